package io.iolaus.simulate.plot;

import java.util.Formatter;
import java.util.List;
import java.util.Locale;

/// Draws a chart as an SVG document that stands for itself: no script, no font, no style sheet from
/// elsewhere. The same chart gives the same text.
public final class SvgChart {

  private static final int WIDTH = 640;
  private static final int HEIGHT = 420;
  private static final int LEFT = 64;
  private static final int RIGHT = 24;
  private static final int TOP = 44;
  private static final int BOTTOM = 96;

  /// Okabe and Ito's colours, which colour-blind readers tell apart; lines differ in dashes too.
  private static final List<String> COLOURS =
      List.of("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#000000");

  private static final List<String> DASHES = List.of("", "6 3", "2 3", "8 3 2 3", "1 2", "10 4");

  private final Chart chart;
  private final StringBuilder svg = new StringBuilder();
  private final Formatter out = new Formatter(svg, Locale.ROOT);

  private SvgChart(Chart chart) {
    this.chart = chart;
  }

  public static String draw(Chart chart) {
    SvgChart drawing = new SvgChart(chart);
    drawing.head();
    drawing.axes();
    for (int i = 0; i < chart.series().size(); i++) {
      drawing.series(chart.series().get(i), i);
    }
    return drawing.svg.append("</svg>\n").toString();
  }

  private void head() {
    out.format(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\""
            + " font-family=\"sans-serif\" font-size=\"12\" fill=\"#222\">\n",
        WIDTH, HEIGHT);
    out.format("<title>%s</title>\n", escaped(chart.title()));
    out.format("<rect width=\"100%%\" height=\"100%%\" fill=\"#fff\"/>\n");
    text(WIDTH / 2.0, 24, "middle", chart.title(), " font-size=\"15\"");
  }

  private void axes() {
    for (int tenth = 0; tenth <= 10; tenth += 2) {
      double y = chart.yEnd() * tenth / 10;
      line(x(0), y(y), x(chart.xEnd()), y(y), tenth == 0 ? "#222" : "#ddd");
      text(LEFT - 8.0, y(y) + 4, "end", number(y), "");
    }
    line(x(0), y(0), x(0), y(chart.yEnd()), "#222");
    for (Chart.Tick tick : chart.xs()) {
      line(x(tick.at()), y(0), x(tick.at()), y(0) + 5, "#222");
      text(x(tick.at()), y(0) + 19, "middle", tick.label(), "");
    }
    text((x(0) + x(chart.xEnd())) / 2, y(0) + 40, "middle", chart.xLabel(), "");
    out.format(
        "<text transform=\"translate(18 %.1f) rotate(-90)\" text-anchor=\"middle\">%s</text>\n",
        y(chart.yEnd() / 2), escaped(chart.yLabel()));
    if (chart.diagonal()) {
      out.format(
          "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"#888\""
              + " stroke-dasharray=\"4 4\"/>\n",
          x(0), y(0), x(1), y(1));
    }
  }

  private void series(Chart.Series series, int index) {
    String colour = COLOURS.get(index % COLOURS.size());
    String dashes = DASHES.get(index % DASHES.size());
    if (series.line() && series.points().size() > 1) {
      out.format("<polyline fill=\"none\" stroke=\"%s\" stroke-width=\"2\"", colour);
      svg.append(dashes.isEmpty() ? "" : " stroke-dasharray=\"" + dashes + "\"");
      out.format(" points=\"");
      for (Chart.Point point : series.points()) {
        out.format("%.1f,%.1f ", x(point.x()), y(point.y()));
      }
      out.format("\"/>\n");
    }
    for (Chart.Point point : series.points()) {
      if (point.high() > point.low()) {
        line(x(point.x()), y(point.low()), x(point.x()), y(point.high()), colour);
      }
      out.format(
          "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"4\" fill=\"%s\"><title>%s</title></circle>\n",
          x(point.x()), y(point.y()), colour, escaped(point.note()));
    }
    legend(series.name(), index, colour);
  }

  private void legend(String name, int index, String colour) {
    int line = index / 3;
    double at = LEFT + (index % 3) * (WIDTH - LEFT - RIGHT) / 3.0;
    double row = HEIGHT - 30 + line * 15.0;
    out.format("<circle cx=\"%.1f\" cy=\"%.1f\" r=\"4\" fill=\"%s\"/>\n", at, row - 4, colour);
    text(at + 9, row, "start", name, "");
  }

  private void line(double x1, double y1, double x2, double y2, String colour) {
    out.format(
        "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\"/>\n",
        x1, y1, x2, y2, colour);
  }

  private void text(double x, double y, String anchor, String words, String more) {
    out.format(
        "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\"%s>%s</text>\n",
        x, y, anchor, more, escaped(words));
  }

  private double x(double value) {
    return LEFT + Math.clamp(value / chart.xEnd(), 0, 1) * (WIDTH - LEFT - RIGHT);
  }

  private double y(double value) {
    return TOP + (1 - Math.clamp(value / chart.yEnd(), 0, 1)) * (HEIGHT - TOP - BOTTOM);
  }

  /// With as many decimals as it takes to tell the marks of an axis apart.
  private String number(double y) {
    return String.format(Locale.ROOT, chart.yEnd() > 0.5 ? "%.1f" : "%.3f", y);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
