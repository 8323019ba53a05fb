package dev.stint.conformance.programs;

// conformance: own-jvm
// conformance: stdin=3 apples\nsecond line\n\n10 20 12\nlast
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;

/** Standard input is read to its end, by bytes and by lines, with loops in between. */
public final class StandardInput {
  static int digits() throws IOException {
    int n = 0;
    for (int c; (c = System.in.read()) > ' '; ) { // frozen here
      n = n * 10 + c - '0';
    }
    return n;
  }

  public static void main(String[] args) throws IOException {
    System.out.println("number " + digits());
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
    int lines = 0;
    int sum = 0;
    for (String line; (line = in.readLine()) != null; lines++) { // frozen here
      for (String word : line.split(" ")) { // frozen here
        sum +=
            word.isEmpty() ? 1000 : Character.isDigit(word.charAt(0)) ? Integer.parseInt(word) : 0;
      }
      System.out.println(lines + ":" + line);
    }
    System.out.println(sum + " " + System.in.read());
  }
}
