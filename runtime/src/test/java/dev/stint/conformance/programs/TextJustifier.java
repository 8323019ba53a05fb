package dev.stint.conformance.programs;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/** Justifies, centres and hyphenates a text block by surgery on one string builder. */
public final class TextJustifier {
  enum Align {
    LEFT,
    CENTRE,
    RIGHT,
    BOTH
  }

  private static final String TEXT =
      """
      The bird is small, wades, \
      and migrates farther than anyone
      would think; an extraordinarily
        "plain"\tbird\s
      with a plain name.\
      """;

  static String line(Deque<String> words, int width, Align align) {
    StringBuilder line = new StringBuilder();
    while (!words.isEmpty()) { // frozen here
      String word = words.peekFirst();
      int need = line.length() + word.length() + (line.isEmpty() ? 0 : 1);
      if (need > width) {
        if (word.length() > width && width - line.length() > 4) {
          int cut = width - line.length() - 2;
          line.append(line.isEmpty() ? "" : " ").append(word, 0, cut).append('-');
          words.pollFirst();
          words.push(word.substring(cut));
        }
        break;
      }
      line.append(line.isEmpty() ? "" : " ").append(words.removeFirst());
    }
    return stretch(line, width, words.isEmpty() && align == Align.BOTH ? Align.LEFT : align);
  }

  private static String stretch(StringBuilder line, int width, Align align) {
    int gap = -1;
    boolean front = true;
    while (line.length() < width) { // frozen here
      switch (align) {
        case LEFT -> line.append('.');
        case RIGHT -> line.insert(0, '.');
        case CENTRE -> {
          line.insert(front ? 0 : line.length(), '.');
          front = !front;
        }
        case BOTH -> {
          gap = line.indexOf(" ", gap + 1);
          if (gap < 0) {
            gap = line.indexOf(" ");
            if (gap < 0) {
              return stretch(line, width, Align.LEFT);
            }
          }
          line.insert(gap, ' ');
          do { // frozen here
            gap++;
          } while (gap < line.length() && line.charAt(gap) == ' ');
        }
      }
    }
    for (int i = 0; i < line.length(); i++) { // frozen here
      if (line.charAt(i) == ' ') {
        line.setCharAt(i, '_');
      }
    }
    if (line.charAt(0) == '_') {
      line.deleteCharAt(0).append("<").replace(0, 1, ">");
    }
    return line.toString();
  }

  public static void main(String[] args) {
    for (Align align : Align.values()) { // frozen here
      Deque<String> words = new ArrayDeque<>(Arrays.asList(TEXT.split("\\s+")));
      int width = 12 + 4 * align.ordinal();
      int lines = 0;
      while (!words.isEmpty()) { // frozen here
        System.out.println("|" + line(words, width, align) + "|");
        lines++;
      }
      System.out.println(align + " " + lines);
    }
  }
}
