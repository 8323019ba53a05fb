package dev.stint.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Rows of aligned text.
 *
 * @param <T> what a row shows
 */
final class Table<T> {
  private static final String GAP = "  ";

  private final List<Column<T>> columns = new ArrayList<>();

  private record Column<T>(String title, boolean right, Function<T, String> text) {}

  /** A column of text. */
  Table<T> text(String title, Function<T, String> value) {
    columns.add(new Column<>(title, false, value));
    return this;
  }

  /** A column of figures, aligned at their ends. */
  Table<T> figure(String title, Function<T, Object> value) {
    columns.add(new Column<>(title, true, row -> String.valueOf(value.apply(row))));
    return this;
  }

  /** The title line and a line per row, without spaces at the ends. */
  List<String> render(List<T> rows) {
    List<List<String>> cells = new ArrayList<>();
    cells.add(columns.stream().map(Column::title).toList());
    for (T row : rows) {
      cells.add(columns.stream().map(column -> column.text().apply(row)).toList());
    }
    List<String> lines = new ArrayList<>();
    for (List<String> line : cells) {
      StringBuilder out = new StringBuilder();
      for (int i = 0; i < columns.size(); i++) {
        int at = i;
        int width = cells.stream().mapToInt(each -> width(each.get(at))).max().orElse(0);
        String padding = " ".repeat(width - width(line.get(i)));
        out.append(i == 0 ? "" : GAP);
        out.append(columns.get(i).right() ? padding + line.get(i) : line.get(i) + padding);
      }
      lines.add(out.toString().stripTrailing());
    }
    return lines;
  }

  private static int width(String text) {
    return text.codePointCount(0, text.length());
  }
}
