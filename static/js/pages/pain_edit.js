import { sayPlaces } from "../lib/places.js";

sayPlaces();
