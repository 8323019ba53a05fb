package dev.stint.conformance.programs;

// conformance: tasklets
import dev.stint.Tasklet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Tasklet.map fans out in tasklets and gives the results in the items' order. */
public final class MapOver {
  record Count(String word, int letters, long score) {}

  static Count count(String word) {
    long score = 0;
    for (int i = 0; i < word.length(); i++) { // frozen here
      score = score * 5 + word.charAt(i) - 'a';
    }
    return new Count(word, word.length(), score);
  }

  public static void main(String[] args) {
    List<String> words = new ArrayList<>();
    for (String w : "there is a tide in the affairs of men".split(" ")) { // frozen here
      words.add(w);
    }
    Map<Integer, Long> byLength = new TreeMap<>();
    for (Count c : Tasklet.map(words, MapOver::count)) { // frozen here
      byLength.merge(c.letters(), c.score(), Long::sum);
      System.out.print(c.word() + " ");
    }
    System.out.println(byLength);
    int base = 100;
    System.out.println(
        Tasklet.map(
            List.of(3, 1, 2),
            n -> {
              int r = base;
              for (int i = 0; i < n; i++) { // frozen here
                r += n;
              }
              return r;
            }));
    System.out.println(Tasklet.map(List.<String>of(), MapOver::count));
    try {
      Tasklet.map(List.of(1, 0, 2), n -> 10 / n);
    } catch (ArithmeticException e) {
      System.out.println(e.getMessage());
    }
  }
}
