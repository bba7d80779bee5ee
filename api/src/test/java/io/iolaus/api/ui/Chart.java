package io.iolaus.api.ui;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The link chart, used as a person does: by clicking where a node is drawn.
final class Chart {

  private static final Pattern NODES = Pattern.compile("Link chart of ([\\d,]+) node");

  private final Page page;
  private final Locator canvas;

  Chart(Page page) {
    this.page = page;
    this.canvas = page.locator(".chart-canvas");
  }

  void waitUntilDrawn() {
    page.locator(".legend").waitFor();
    // Two frames: one that draws, one that shows.
    page.evaluate(
        "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
  }

  void click(String key) {
    double[] at = placeOf(key);
    page.mouse().click(at[0], at[1]);
  }

  void doubleClick(String key) {
    double[] at = placeOf(key);
    page.mouse().dblclick(at[0], at[1]);
  }

  /// Colour of the picture in the middle of a node, as `#rrggbb`: from the screen, not from the
  /// page's own idea of it.
  String colourAt(String key) {
    double[] at = placeOf(key);
    byte[] png =
        page.screenshot(
            new Page.ScreenshotOptions().setClip(Math.round(at[0]), Math.round(at[1]), 1, 1));
    return Pixel.of(png);
  }

  int nodes() {
    Matcher label = NODES.matcher(canvas.getAttribute("aria-label"));
    if (!label.find()) {
      throw new AssertionError("The chart does not say how many nodes it has");
    }
    return Integer.parseInt(label.group(1).replace(",", ""));
  }

  private double[] placeOf(String key) {
    Object place = canvas.evaluate("(element, key) => element.linkChart.positionOf(key)", key);
    if (!(place instanceof Map<?, ?> at)) {
      throw new AssertionError("Not on the chart: " + key);
    }
    BoundingBox box = canvas.boundingBox();
    return new double[] {box.x + number(at.get("x")), box.y + number(at.get("y"))};
  }

  private static double number(Object value) {
    return ((Number) value).doubleValue();
  }
}
