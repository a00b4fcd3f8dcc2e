import { keepDraft } from "../lib/draft.js";

document.querySelectorAll("form[data-draft]").forEach(keepDraft);
