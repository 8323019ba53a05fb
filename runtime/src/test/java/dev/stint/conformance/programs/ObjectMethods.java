package dev.stint.conformance.programs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** User-written equals, hashCode, toString and compareTo that loop, called by user and JDK. */
public final class ObjectMethods {
  static final class Word implements Comparable<Word> {
    final char[] letters;

    Word(String s) {
      letters = s.toCharArray();
    }

    @Override
    public boolean equals(Object o) {
      if (!(o instanceof Word w) || w.letters.length != letters.length) {
        return false;
      }
      for (int i = 0; i < letters.length; i++) {
        if (letters[i] != w.letters[i]) {
          return false;
        }
      }
      return true;
    }

    @Override
    public int hashCode() {
      int h = 0;
      for (char c : letters) { // pinned here
        h = h * 7 + c;
      }
      return h;
    }

    @Override
    public int compareTo(Word o) {
      int c = 0;
      for (int i = 0; c == 0 && i < Math.min(letters.length, o.letters.length); i++) {
        c = Character.compare(letters[i], o.letters[i]);
      }
      return c;
    }

    @Override
    public String toString() {
      StringBuilder b = new StringBuilder();
      for (char c : letters) {
        b.append((char) (c + 1));
      }
      return b.toString();
    }
  }

  public static void main(String[] args) {
    Map<Word, Integer> map = new HashMap<>();
    List<Word> list = new ArrayList<>();
    for (String s : "abc abd abc x abcd x x".split(" ")) { // frozen here
      Word w = new Word(s);
      map.merge(w, 1, Integer::sum);
      if (!list.contains(w)) {
        list.add(w);
      }
    }
    list.sort(null);
    System.out.println(list + " " + map.size() + " " + map.get(new Word("x")));
    int sum = 0;
    for (Word w : list) { // frozen here
      sum += map.get(w) * w.letters.length + Objects.hash(w.letters.length);
    }
    System.out.println("text " + list.get(0) + sum + Objects.equals(list.get(0), new Word("abc")));
  }
}
