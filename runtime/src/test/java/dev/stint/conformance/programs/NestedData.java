package dev.stint.conformance.programs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Many iterators alive at once over collections within collections: an inverted index. */
public final class NestedData {
  public static void main(String[] args) {
    Map<String, List<String>> documents = new LinkedHashMap<>();
    documents.put("one", List.of("the", "quick", "fox", "the"));
    documents.put("two", List.of("lazy", "dog", "the", "dog"));
    documents.put("three", List.of("fox", "dog"));
    Map<String, Map<String, Integer>> index = new HashMap<>();
    for (Map.Entry<String, List<String>> document : documents.entrySet()) { // frozen here
      for (String word : document.getValue()) { // frozen here
        index.computeIfAbsent(word, w -> new TreeMap<>()).merge(document.getKey(), 1, Integer::sum);
      }
    }
    List<String> lines = new ArrayList<>();
    for (Map.Entry<String, Map<String, Integer>> entry : index.entrySet()) { // frozen here
      StringBuilder line = new StringBuilder(entry.getKey());
      for (Map.Entry<String, Integer> posting : entry.getValue().entrySet()) { // frozen here
        Set<Character> letters = new TreeSet<>();
        for (char c : posting.getKey().toCharArray()) { // frozen here
          letters.add(c);
        }
        for (char c : letters) { // frozen here
          line.append(c);
        }
        line.append(posting.getValue()).append(' ');
      }
      lines.add(line.toString());
    }
    lines.sort(null);
    for (String line : lines) { // frozen here
      System.out.println(line);
    }
  }
}
