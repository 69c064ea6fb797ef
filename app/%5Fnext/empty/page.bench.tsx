/** The same as `empty`, where the middleware does not run. */
export { default } from "../../[tenant]/empty/page.bench";
