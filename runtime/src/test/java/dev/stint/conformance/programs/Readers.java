package dev.stint.conformance.programs;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StreamTokenizer;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;

/** Readers and streams over memory, stopped in mid-text: lines, marks, data, decoders. */
public final class Readers {
  public static void main(String[] args) throws IOException {
    String text = "first line\nsecond\r\n\nlast \u00fc\u20ac";
    try (BufferedReader in = new BufferedReader(new StringReader(text))) {
      int lines = 0;
      for (String line; (line = in.readLine()) != null; lines++) { // frozen here
        System.out.println(lines + ":" + line);
        if (lines == 0) {
          in.mark(20);
          System.out.println((char) in.read());
          in.reset();
        }
      }
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    InputStreamReader decoder =
        new InputStreamReader(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8);
    int hash = 7;
    for (int c; (c = decoder.read()) >= 0; ) { // frozen here
      hash = hash * 31 + c;
    }
    System.out.println(hash);
    ByteArrayOutputStream sink = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(sink);
    for (int i = 0; i < 5; i++) { // frozen here
      out.writeInt(i * 1000);
      out.writeUTF("u" + i);
      out.writeDouble(i / 3.0);
    }
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(sink.toByteArray()));
    while (in.available() > 0) { // frozen here
      System.out.print(in.readInt() + in.readUTF() + in.readDouble() + " ");
    }
    System.out.println(out.size());
    StreamTokenizer tokens = new StreamTokenizer(new StringReader("sum = 3 + 4.5; // no"));
    tokens.slashSlashComments(true);
    while (tokens.nextToken() != StreamTokenizer.TT_EOF) { // frozen here
      System.out.print(tokens.ttype + " " + tokens.sval + " " + tokens.nval + ";");
    }
    System.out.println();
  }
}
