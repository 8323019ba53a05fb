package dev.stint.examples.census;

import java.util.List;
import java.util.Locale;

/** Draws plots as inline SVG that takes its colours from the page's style. */
final class Svg {
  private static final int WIDTH = 640;
  private static final int LEFT = 170;
  private static final int RIGHT = 80;
  private static final int ROW = 24;
  private static final int COLUMNS_HEIGHT = 220;

  private Svg() {}

  /** Horizontal bars, one for each label. */
  static String bars(String title, List<String> labels, List<Long> values) {
    StringBuilder svg = new StringBuilder();
    open(svg, title, labels.size() * ROW + 8);
    long most = most(values);
    for (int i = 0; i < labels.size(); i++) {
      int y = i * ROW + 4;
      double length = (double) (WIDTH - LEFT - RIGHT) * values.get(i) / most;
      text(svg, LEFT - 8, y + 16, "end", labels.get(i));
      rect(svg, LEFT, y + 3, Math.max(1, length), ROW - 8, labels.get(i), values.get(i));
      text(svg, LEFT + length + 6, y + 16, "start", number(values.get(i)));
    }
    return svg.append("</svg>\n").toString();
  }

  /** Columns side by side, as for a histogram. */
  static String columns(String title, List<String> labels, List<Long> values) {
    StringBuilder svg = new StringBuilder();
    open(svg, title, COLUMNS_HEIGHT + 44);
    long most = most(values);
    double step = (double) WIDTH / labels.size();
    for (int i = 0; i < labels.size(); i++) {
      double height = (double) (COLUMNS_HEIGHT - 20) * values.get(i) / most;
      double x = i * step + step * 0.1;
      double middle = i * step + step / 2;
      rect(
          svg,
          x,
          20 + COLUMNS_HEIGHT - 20 - height,
          step * 0.8,
          Math.max(1, height),
          labels.get(i),
          values.get(i));
      text(svg, middle, COLUMNS_HEIGHT - height - 6, "middle", number(values.get(i)));
      text(svg, middle, COLUMNS_HEIGHT + 20, "middle", labels.get(i));
    }
    return svg.append("</svg>\n").toString();
  }

  private static void open(StringBuilder svg, String title, int height) {
    svg.append(
        format(
            "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">\n",
            WIDTH, height, escaped(title)));
  }

  private static void rect(
      StringBuilder svg, double x, double y, double w, double h, String label, long value) {
    svg.append(
        format(
            "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" rx=\"3\">"
                + "<title>%s: %s</title></rect>\n",
            x, y, w, h, escaped(label), number(value)));
  }

  private static void text(StringBuilder svg, double x, double y, String anchor, String text) {
    svg.append(
        format(
            "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>\n",
            x, y, anchor, escaped(text)));
  }

  private static long most(List<Long> values) {
    long most = 1;
    for (long value : values) {
      most = Math.max(most, value);
    }
    return most;
  }

  static String number(long value) {
    return format("%,d", value);
  }

  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }

  /** Text that may stand in an element or attribute. */
  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
