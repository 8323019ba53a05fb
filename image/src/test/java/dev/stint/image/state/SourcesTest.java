package dev.stint.image.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stint.image.ImageCodec;
import dev.stint.image.NotSerializableStateException;
import java.io.*;
import java.nio.charset.StandardCharsets;
import java.text.StringCharacterIterator;
import java.util.*;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

class SourcesTest {
  private static final ImageCodec CODEC =
      ImageCodec.forLoader(SourcesTest.class.getClassLoader()).build();

  @SuppressWarnings("unchecked")
  private static <T> T trip(T value) {
    byte[] image = CODEC.encode(value);
    CODEC.encode(value); // Freezing twice shows that the first time changed nothing.
    return (T) CODEC.decode(image);
  }

  @Test
  void matchersGoOnFromTheirMatch() {
    Pattern pair = Pattern.compile("(?<key>\\w+)=(\\d+)");
    Matcher plain = pair.matcher("a=1, bb=22; c=x ccc=333 d=4");
    Matcher moved = Sources.matcher(pair, "a=1, bb=22; c=x ccc=333 d=4");
    StringBuilder plainOut = new StringBuilder();
    StringBuilder movedOut = new StringBuilder();
    moved = trip(moved);
    while (plain.find()) {
      assertThat(moved.find()).isTrue();
      moved = trip(moved);
      assertThat(moved.group("key")).isEqualTo(plain.group("key"));
      assertThat(moved.end(2)).isEqualTo(plain.end(2));
      plain.appendReplacement(plainOut, "<$2>");
      moved.appendReplacement(movedOut, "<$2>");
      moved = trip(moved);
    }
    assertThat(moved.find()).isFalse();
    moved = trip(moved);
    assertThat(moved.find()).isFalse();
    assertThat(moved.appendTail(movedOut).toString())
        .isEqualTo(plain.appendTail(plainOut).toString());
    Matcher whole = Sources.matcher(Pattern.compile("a|ab"), "ab");
    whole.matches();
    assertThat(trip(whole).end()).isEqualTo(2);
    Matcher region = Sources.matcher(pair, "q=5 r=6 s=7");
    region.region(4, 11);
    region.find();
    assertThat(trip(region).group()).isEqualTo("r=6");
    assertThat(trip(region).regionStart()).isEqualTo(4);
  }

  @Test
  void scannersOverMemoryGoOn() {
    Scanner in = Sources.scanner("3 apples 2,5 pears\nline two\n\n 17 true end");
    assertThat((in = trip(in)).nextInt()).isEqualTo(3);
    assertThat((in = trip(in)).next()).isEqualTo("apples");
    assertThat((in = trip(in)).nextLine()).isEqualTo(" 2,5 pears");
    assertThat((in = trip(in)).nextLine()).isEqualTo("line two");
    assertThat((in = trip(in)).nextLine()).isEmpty();
    assertThat((in = trip(in)).hasNextInt()).isTrue();
    assertThat((in = trip(in)).nextInt()).isEqualTo(17);
    assertThat((in = trip(in)).nextBoolean()).isTrue();
    in.next();
    assertThat(trip(in).hasNext()).isFalse();
    Scanner csv = Sources.scanner(new StringReader("a;;c")).useDelimiter(";");
    csv.next();
    assertThat((csv = trip(csv)).next()).isEmpty();
    assertThat((csv = trip(csv)).next()).isEqualTo("c");
    csv.close();
    Scanner closed = trip(csv);
    assertThatThrownBy(closed::hasNext).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> CODEC.encode(new Scanner("untransformed")))
        .isInstanceOf(NotSerializableStateException.class);
  }

  @Test
  void bufferedReadersGoOnAndLeadToWhatTheyRead() throws IOException {
    byte[] text = "first line\nsecond\r\n\nlast \u00fc\u20ac".getBytes(StandardCharsets.UTF_8);
    BufferedReader in =
        Sources.bufferedReader(
            Sources.inputStreamReader(new ByteArrayInputStream(text), StandardCharsets.UTF_8));
    assertThat((in = trip(in)).readLine()).isEqualTo("first line");
    assertThat((in = trip(in)).readLine()).isEqualTo("second");
    assertThat((in = trip(in)).readLine()).isEmpty();
    assertThat((char) (in = trip(in)).read()).isEqualTo('l');
    assertThat((in = trip(in)).readLine()).isEqualTo("ast \u00fc\u20ac");
    assertThat((in = trip(in)).readLine()).isNull();
    in.close();
    BufferedReader closed = trip(in);
    assertThatThrownBy(closed::read).isInstanceOf(IOException.class);
    try (FileReader file = new FileReader("pom.xml", StandardCharsets.UTF_8)) {
      BufferedReader anchored = Sources.bufferedReader(file);
      anchored.readLine();
      assertThatThrownBy(() -> CODEC.encode(new Object[] {anchored}, "main.reader"))
          .isInstanceOf(NotSerializableStateException.class)
          .hasMessageStartingWith("main.reader[0].in (java.io.FileReader): an open file");
    }
  }

  @Test
  void decodersAndStreamsStopBetweenCharacters() throws IOException {
    String text = "\u00fc\u20ac abc";
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    Reader decoder =
        Sources.inputStreamReader(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8);
    StringBuilder seen = new StringBuilder();
    for (int c; (c = decoder.read()) >= 0; ) {
      seen.append((char) c);
      decoder = trip(decoder);
    }
    assertThat(seen.toString()).isEqualTo(text);
    ByteArrayOutputStream sink = new ByteArrayOutputStream();
    Object[] pair = {sink, Sources.dataOutputStream(sink)};
    for (int i = 0; i < 3; i++) {
      ((DataOutputStream) pair[1]).writeInt(i);
      ((DataOutputStream) pair[1]).writeUTF("u" + i);
      pair = trip(pair);
    }
    assertThat(((DataOutputStream) pair[1]).size()).isEqualTo(24);
    DataInputStream data =
        Sources.dataInputStream(
            Sources.bufferedInputStream(
                new ByteArrayInputStream(((ByteArrayOutputStream) pair[0]).toByteArray())));
    for (int i = 0; i < 3; i++) {
      data = trip(data);
      assertThat(data.readInt()).isEqualTo(i);
      data = trip(data);
      assertThat(data.readUTF()).isEqualTo("u" + i);
    }
  }

  @Test
  void writersKeepWhatWasNotFlushedToThemselves() throws IOException {
    ByteArrayOutputStream sink = new ByteArrayOutputStream();
    Writer writer = Sinks.bufferedWriter(Sinks.outputStreamWriter(sink, StandardCharsets.UTF_8));
    PrintWriter printer = Sinks.printWriter(writer);
    PrintStream stream = Sinks.printStream(sink, true, StandardCharsets.UTF_8);
    Object[] all = {sink, printer, stream};
    ((PrintWriter) all[1]).print("held ");
    all = trip(all);
    assertThat(all[0].toString()).isEmpty();
    ((PrintStream) all[2]).print("direct ");
    all = trip(all);
    ((PrintWriter) all[1]).print("back");
    ((PrintWriter) all[1]).flush();
    assertThat(all[0].toString()).isEqualTo("direct held back");
  }

  @Test
  void tokenizersJoinersAndChecksumsGoOn() {
    StringTokenizer tokens = Sources.stringTokenizer("x=1&y=22&z", "=&", true);
    StringBuilder seen = new StringBuilder();
    while (tokens.hasMoreTokens()) {
      tokens = trip(tokens);
      seen.append(tokens.nextToken()).append(tokens.countTokens());
    }
    assertThat(seen.toString()).isEqualTo("x8=716&5y4=3222&1z0");
    StringJoiner joiner = Sources.stringJoiner(",", "[", "]").setEmptyValue("none");
    assertThat(trip(joiner)).hasToString("none");
    assertThat(trip(trip(joiner).add("")).add("b")).hasToString("[,b]");
    CRC32 crc = new CRC32();
    for (int i = 0; i < 20; i++) {
      crc.update(i * 40);
      CRC32 copy = trip(crc);
      assertThat(copy.getValue()).isEqualTo(crc.getValue());
      copy.update(7);
      CRC32 expected = trip(crc);
      expected.update(7);
      crc.update(7);
      assertThat(copy.getValue()).isEqualTo(crc.getValue()).isEqualTo(expected.getValue());
    }
    StringCharacterIterator walk = new StringCharacterIterator("walk", 1);
    assertThat(trip(walk).next()).isEqualTo('l');
  }

  @Test
  void theTableOfConstructionsNamesConstructorsThatExist() throws Exception {
    assertThat(StateIntrinsics.constructions()).hasSizeGreaterThan(25);
    for (StateIntrinsics.Construction c : StateIntrinsics.constructions()) {
      Class<?> owner = Class.forName(c.owner().replace('/', '.'));
      assertThat(owner.getConstructors())
          .as(c.toString())
          .anyMatch(k ->
              java.lang.invoke.MethodType.methodType(void.class, k.getParameterTypes())
                  .descriptorString()
                  .equals(c.descriptor()));
    }
  }
}
