package dev.stint.conformance.programs;

// conformance: own-jvm
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;

/** System.setOut sends the program's output elsewhere, and back. */
public final class RedirectedOut {
  static void chatter(int n) {
    for (int i = 0; i < n; i++) { // frozen here
      System.out.println("chatter " + i);
    }
  }

  public static void main(String[] args) {
    PrintStream original = System.out;
    ByteArrayOutputStream memory = new ByteArrayOutputStream();
    chatter(1);
    System.setOut(new PrintStream(memory, true));
    chatter(3);
    original.println("original");
    System.setErr(original);
    System.err.println("err as out");
    System.setOut(original);
    chatter(2);
    int lines = 0;
    for (String line : memory.toString().split("\\R")) { // frozen here
      lines += line.startsWith("chatter") ? 1 : 0;
    }
    System.out.println(lines + " " + memory.size());
  }
}
