package dev.stint.conformance.programs;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.PushbackInputStream;
import java.io.SequenceInputStream;
import java.io.Serializable;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Streams over bytes in memory that are half written or half read when a loop turns. */
public final class ByteStreams {
  record Point(int x, double y) implements Serializable {}

  static final class Rot extends InputStream {
    private final InputStream in;
    private int read;

    Rot(InputStream in) {
      this.in = in;
    }

    @Override
    public int read() throws IOException {
      int b = in.read();
      read++;
      return b < 'a' || b > 'z' ? b : (b - 'a' + 13) % 26 + 'a';
    }
  }

  static byte[] written() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    for (int i = 0; i < 4; i++) { // frozen here
      out.writeInt(i * 100_000);
      out.writeUTF("n" + i);
      out.writeDouble(i / 3.0);
    }
    out.flush();
    System.out.println(out.size() + " " + Arrays.hashCode(bytes.toByteArray()));
    return bytes.toByteArray();
  }

  static void read(byte[] bytes) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
    double sum = 0;
    try {
      while (true) { // frozen here
        sum += in.readInt() + in.readUTF().length();
        sum += in.readDouble();
      }
    } catch (EOFException e) {
      System.out.println(sum + " " + in.available());
    }
  }

  static void objects() throws IOException, ClassNotFoundException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(List.of(new Point(1, 2.5), new Point(3, -0.0)));
    }
    int n = 0;
    for (byte b : bytes.toByteArray()) { // frozen here
      n += b == 'x' ? 1 : 0;
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      System.out.println(in.readObject() + " " + (n > 0));
    }
  }

  public static void main(String[] args) throws Exception {
    read(written());
    objects();
    InputStream two =
        new SequenceInputStream(
            new ByteArrayInputStream("uryyb ".getBytes(StandardCharsets.UTF_8)),
            new ByteArrayInputStream("jbeyq!".getBytes(StandardCharsets.UTF_8)));
    Rot rot = new Rot(two);
    StringBuilder text = new StringBuilder();
    for (int c; (c = rot.read()) >= 0; ) { // frozen here
      text.append((char) c);
    }
    System.out.println(text + " " + rot.read);
    PushbackInputStream back =
        new PushbackInputStream(new ByteArrayInputStream(new byte[] {1, 2, 3, 9}), 2);
    int sum = 0;
    for (int b = back.read(), again = 0; b >= 0; b = back.read()) { // frozen here
      sum = sum * 3 + b;
      if (b == 2 && again++ < 2) {
        back.unread(new byte[] {5, 2});
      }
    }
    System.out.println(sum);
    StringReader reader = new StringReader("abc:def");
    reader.mark(9);
    int colons = 0;
    for (int c = reader.read(); c >= 0; c = reader.read()) { // frozen here
      if (c == ':' && colons++ == 0) {
        reader.reset();
      }
    }
    System.out.println(colons + " " + reader.read());
  }
}
