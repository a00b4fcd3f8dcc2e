import { keepDraft } from "../lib/draft.js";
import { sayPlaces } from "../lib/places.js";

document.querySelectorAll("form[data-draft]").forEach(keepDraft);
sayPlaces();
