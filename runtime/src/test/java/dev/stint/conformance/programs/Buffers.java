package dev.stint.conformance.programs;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.IntBuffer;
import java.text.BreakIterator;
import java.text.CharacterIterator;
import java.text.StringCharacterIterator;
import java.util.Locale;
import java.util.zip.CRC32;

/** Heap buffers with position, limit and order; checksums and character iterators. */
public final class Buffers {
  public static void main(String[] args) {
    ByteBuffer bytes = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < 5; i++) { // frozen here
      bytes.putInt(i * 257).put((byte) -i);
    }
    bytes.flip();
    ByteBuffer slice = bytes.slice(5, 10);
    long sum = 0;
    while (bytes.hasRemaining()) { // frozen here
      sum = sum * 7 + bytes.getInt() + bytes.get();
    }
    slice.put(0, (byte) 99);
    System.out.println(sum + " " + bytes.get(5) + " " + bytes + slice.remaining());
    CharBuffer chars = CharBuffer.wrap("characters".toCharArray());
    IntBuffer ints = IntBuffer.allocate(10);
    while (chars.hasRemaining()) { // frozen here
      ints.put(chars.get() - 'a');
    }
    ints.rewind();
    int mark = 0;
    for (int i = 0; i < 4; i++) { // frozen here
      mark += ints.mark().get() * i;
    }
    System.out.println(mark + " " + ints.reset().get() + chars.position());
    CRC32 crc = new CRC32();
    for (int i = 0; i < 6; i++) { // frozen here
      crc.update(i * 40);
    }
    System.out.println(crc.getValue());
    CharacterIterator walk = new StringCharacterIterator("walk");
    StringBuilder b = new StringBuilder();
    for (char c = walk.first(); c != CharacterIterator.DONE; c = walk.next()) { // frozen here
      b.append(c).append(walk.getIndex());
    }
    System.out.println(b);
    String text = "One two. Three!";
    BreakIterator words = BreakIterator.getWordInstance(Locale.ENGLISH);
    words.setText(text);
    int count = 0;
    for (int at = words.first(); at != BreakIterator.DONE; at = words.next()) { // frozen here
      count = count * 3 + at;
    }
    System.out.println(count);
  }
}
