package dev.stint.cli;

import java.util.ArrayList;
import java.util.List;

/**
 * Two texts beside one another.
 *
 * @param leftTitle heading of the left one
 * @param rightTitle heading of the right one
 */
record SideBySide(String leftTitle, String rightTitle) {

  /** Lines with a mark between those that are the same and those that are not. */
  List<String> render(List<String> left, List<String> right) {
    int width =
        Math.max(leftTitle.length(), left.stream().mapToInt(String::length).max().orElse(0));
    List<String> lines = new ArrayList<>();
    lines.add(pad(leftTitle, width) + "     " + rightTitle);
    for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
      String one = i < left.size() ? left.get(i) : "";
      String other = i < right.size() ? right.get(i) : "";
      String mark = one.equals(other) ? "  =  " : "  !  ";
      lines.add((pad(one, width) + mark + other).stripTrailing());
    }
    return lines;
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(width - text.length());
  }
}
