package dev.stint.conformance.programs;

/** Characters as numbers: ciphers, counting, surrogates, compound assignment and ranges. */
public final class CharArithmetic {
  static String rotate(String s, int by) {
    char[] chars = s.toCharArray();
    for (int i = 0; i < chars.length; i++) { // frozen here
      char c = chars[i];
      if (c >= 'a' && c <= 'z') {
        chars[i] = (char) ('a' + (c - 'a' + by) % 26);
      } else if (Character.isUpperCase(c)) {
        chars[i] += by;
      }
    }
    return new String(chars);
  }

  static String runs(String s) {
    StringBuilder out = new StringBuilder();
    for (int i = 0, j; i < s.length(); i = j) { // frozen here
      for (j = i; j < s.length() && s.charAt(j) == s.charAt(i); j++) {} // frozen here
      out.append(s.charAt(i)).append(j - i);
    }
    return out.toString();
  }

  public static void main(String[] args) {
    System.out.println(rotate("hello, World", 13) + rotate("ABC xyz", 1));
    System.out.println(runs("aaabccdddd"));
    int[] counts = new int[128];
    for (char c : "mississippi".toCharArray()) { // frozen here
      counts[c]++;
    }
    StringBuilder b = new StringBuilder();
    for (char c = 'a'; c < 'z'; c++) { // frozen here
      b.append(counts[c] == 0 ? "" : "" + c + counts[c]);
    }
    System.out.println(b);
    String text = "a\uD83D\uDE00\u00e9z";
    int sum = 0;
    for (int i = 0;
        i < text.length();
        i += Character.charCount(text.codePointAt(i))) { // frozen here
      sum += text.codePointAt(i);
    }
    System.out.println(sum + " " + text.length() + " " + text.codePointCount(0, text.length()));
    char c = 'x';
    c++;
    c += 1;
    char wrapped = Character.MAX_VALUE;
    wrapped++;
    System.out.println(
        c + 1 + " " + (char) (c + 1) + " " + (int) wrapped + ('a' + 'b') + (char) 98);
  }
}
