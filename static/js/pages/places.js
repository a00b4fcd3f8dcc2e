import { sayPlaces } from "../lib/places.js";

document.querySelectorAll(".places").forEach(sayPlaces);
