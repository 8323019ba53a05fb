package dev.stint.image;

import java.util.List;

/**
 * The numbers of JDK classes in images. A number is never given to another class; the first 16 take
 * one byte.
 */
final class JdkTypes {
  static final int CLASS = 8;
  static final int CONSTANT = 9;
  static final int LAMBDA = 10;
  static final int PROXY = 200;
  static final int SHARED = 201;
  static final int FIRST_EXTENSION = 512;

  /** Types whose implementations, whatever their class, are written under the type's number. */
  static final List<Class<?>> FAMILIES =
      List.of(
          java.nio.ByteBuffer.class,
          java.nio.CharBuffer.class,
          java.nio.IntBuffer.class,
          java.nio.LongBuffer.class,
          java.nio.DoubleBuffer.class,
          java.nio.FloatBuffer.class,
          java.nio.ShortBuffer.class,
          java.nio.file.Path.class,
          java.nio.charset.Charset.class,
          java.nio.charset.CharsetDecoder.class,
          java.nio.charset.CharsetEncoder.class,
          java.security.MessageDigest.class,
          java.text.BreakIterator.class,
          java.time.ZoneId.class,
          java.util.EnumSet.class,
          java.util.Map.Entry.class);

  private JdkTypes() {}

  static void registerAll(TypeTable.Registrar to) {
    JdkValues.register(to);
    JdkTexts.register(to);
    JdkTimes.register(to);
    JdkArrays.register(to);
    JdkCollections.register(to);
    JdkConcurrent.register(to);
    StateTypes.register(to);
    SourceTypes.register(to);
    TextStateTypes.register(to);
    CoderState.register(to);
    FormatterState.register(to);
    MemberCodec.register(to);
    FreshBox.register(to);
    to.add(
        197,
        java.security.MessageDigest.class,
        new ValueCodec<>(DigestState::write, DigestState::read));
  }
}
