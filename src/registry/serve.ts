// What the other thread of a run does. Only stores have one.
export { serveStore as serve } from './mlflow/store/serve.js';
