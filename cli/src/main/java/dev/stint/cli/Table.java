package dev.stint.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Rows of aligned text, a line each. Where lines may have only some width, the longest columns of
 * text are cut until they fit; figures never are. Columns that have no room even so are left out,
 * from the right.
 *
 * @param <T> what a row shows
 */
final class Table<T> {
  private static final String GAP = "  ";
  private static final String CUT = "...";

  /** No column of text is cut to less than this. */
  private static final int SHORTEST = 8;

  private final List<Column<T>> columns = new ArrayList<>();

  private record Column<T>(
      String title, boolean right, boolean onlyWide, Function<T, String> text) {}

  /** A column of text. */
  Table<T> text(String title, Function<T, String> value) {
    columns.add(new Column<>(title, false, false, value));
    return this;
  }

  /** A column of figures, aligned at their ends. */
  Table<T> figure(String title, Function<T, Object> value) {
    columns.add(new Column<>(title, true, false, row -> String.valueOf(value.apply(row))));
    return this;
  }

  /** A column of text that is shown only where all are asked for. */
  Table<T> wide(String title, Function<T, String> value) {
    columns.add(new Column<>(title, false, true, value));
    return this;
  }

  /** The title line and a line per row, whole. */
  List<String> render(List<T> rows) {
    return render(rows, false, 0);
  }

  /**
   * The title line and a line per row, without spaces at the ends.
   *
   * @param all whether to show all columns
   * @param width how long lines may be; 0 for any length
   */
  List<String> render(List<T> rows, boolean all, int width) {
    List<Column<T>> wanted = columns.stream().filter(each -> all || !each.onlyWide()).toList();
    List<List<String>> cells = new ArrayList<>();
    cells.add(wanted.stream().map(Column::title).toList());
    for (T row : rows) {
      cells.add(wanted.stream().map(column -> oneLine(column.text().apply(row))).toList());
    }
    int fitting = fitting(wanted, cells, width);
    List<Column<T>> shown = wanted.subList(0, fitting);
    cells.replaceAll(line -> line.subList(0, fitting));
    int[] widths = widths(shown, cells, width);
    return cells.stream().map(line -> line(shown, line, widths, width)).toList();
  }

  /** Control characters would move the cursor. */
  private static String oneLine(String text) {
    return text.replaceAll("\\p{Cntrl}+", " ");
  }

  /** How many columns have room when all text is cut as far as it may be; one at least. */
  private static <T> int fitting(List<Column<T>> shown, List<List<String>> cells, int width) {
    int[] whole = widths(shown, cells, 0);
    int total = -GAP.length();
    for (int i = 0; i < whole.length; i++) {
      int least = shown.get(i).right() ? whole[i] : Math.min(whole[i], SHORTEST);
      total += GAP.length() + least;
      if (width > 0 && total > width) {
        return Math.max(1, i);
      }
    }
    return whole.length;
  }

  private static <T> int[] widths(List<Column<T>> shown, List<List<String>> cells, int width) {
    int[] widths = new int[shown.size()];
    int total = GAP.length() * (shown.size() - 1);
    for (int i = 0; i < widths.length; i++) {
      int at = i;
      widths[i] = cells.stream().mapToInt(each -> width(each.get(at))).max().orElse(0);
      total += widths[i];
    }
    while (width > 0 && total > width) {
      int longest = longestText(shown, widths);
      if (longest < 0) {
        break;
      }
      widths[longest]--;
      total--;
    }
    return widths;
  }

  private static <T> int longestText(List<Column<T>> shown, int[] widths) {
    int longest = -1;
    for (int i = 0; i < widths.length; i++) {
      boolean candidate = !shown.get(i).right() && widths[i] > SHORTEST;
      if (candidate && (longest < 0 || widths[i] > widths[longest])) {
        longest = i;
      }
    }
    return longest;
  }

  private static <T> String line(
      List<Column<T>> shown, List<String> cells, int[] widths, int width) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String text = cut(cells.get(i), widths[i]);
      String padding = " ".repeat(widths[i] - width(text));
      out.append(i == 0 ? "" : GAP);
      out.append(shown.get(i).right() ? padding + text : text + padding);
    }
    String line = out.toString().stripTrailing();
    return width > 0 ? cut(line, width) : line;
  }

  /** The text, or so much of it as fits with three dots behind. */
  static String cut(String text, int width) {
    if (width(text) <= width) {
      return text;
    }
    int kept = Math.max(0, width - CUT.length());
    return text.substring(0, text.offsetByCodePoints(0, kept)) + CUT.substring(0, width - kept);
  }

  private static int width(String text) {
    return text.codePointCount(0, text.length());
  }
}
