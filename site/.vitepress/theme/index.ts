import DefaultTheme from "vitepress/theme";
import type { Theme } from "vitepress";

import { enlargePictures } from "./enlargePictures.ts";
import "./site.css";

export default {
  extends: DefaultTheme,
  enhanceApp() {
    if (!import.meta.env.SSR) enlargePictures();
  },
} satisfies Theme;
