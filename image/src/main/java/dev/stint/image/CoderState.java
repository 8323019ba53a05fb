package dev.stint.image;

import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.util.List;

/**
 * Encoders and decoders of charsets, with what they do about errors and how far a text has got.
 * Only of charsets whose coders remember nothing else.
 */
final class CoderState {
  private static final List<CodingErrorAction> ACTIONS =
      List.of(CodingErrorAction.IGNORE, CodingErrorAction.REPLACE, CodingErrorAction.REPORT);

  private CoderState() {}

  static void register(TypeTable.Registrar to) {
    to.add(
        192,
        CodingErrorAction.class,
        new ValueCodec<CodingErrorAction>(
            (v, out) -> out.writeByte(ACTIONS.indexOf(v)), CoderState::action));
    to.add(
        193, CharsetEncoder.class, new ValueCodec<>(CoderState::writeEncoder, CoderState::encoder));
    to.add(
        194, CharsetDecoder.class, new ValueCodec<>(CoderState::writeDecoder, CoderState::decoder));
  }

  private static CodingErrorAction action(ImageInput in) {
    int index = in.readByte();
    if (index < 0 || index >= ACTIONS.size()) {
      throw new ImageFormatException("no coding error action number " + index);
    }
    return ACTIONS.get(index);
  }

  private static void writeEncoder(CharsetEncoder encoder, ImageOutput out) {
    refuseStateful(encoder, encoder.charset());
    out.writeText(encoder.charset().name());
    out.writeByte(ACTIONS.indexOf(encoder.malformedInputAction()));
    out.writeByte(ACTIONS.indexOf(encoder.unmappableCharacterAction()));
    out.writeBytes(encoder.replacement());
    out.writeByte((int) state(CharsetEncoder.class).value(encoder));
  }

  private static CharsetEncoder encoder(ImageInput in) {
    CharsetEncoder encoder =
        Charset.forName(in.readSomeText())
            .newEncoder()
            .onMalformedInput(action(in))
            .onUnmappableCharacter(action(in))
            .replaceWith(in.readBytes());
    state(CharsetEncoder.class).set(encoder, in.readByte());
    return encoder;
  }

  private static void writeDecoder(CharsetDecoder decoder, ImageOutput out) {
    refuseStateful(decoder, decoder.charset());
    out.writeText(decoder.charset().name());
    out.writeByte(ACTIONS.indexOf(decoder.malformedInputAction()));
    out.writeByte(ACTIONS.indexOf(decoder.unmappableCharacterAction()));
    out.writeText(decoder.replacement());
    out.writeByte((int) state(CharsetDecoder.class).value(decoder));
  }

  private static CharsetDecoder decoder(ImageInput in) {
    CharsetDecoder decoder =
        Charset.forName(in.readSomeText())
            .newDecoder()
            .onMalformedInput(action(in))
            .onUnmappableCharacter(action(in))
            .replaceWith(in.readSomeText());
    state(CharsetDecoder.class).set(decoder, in.readByte());
    return decoder;
  }

  private static JdkField state(Class<?> coder) {
    return JdkField.of(coder, "state");
  }

  private static void refuseStateful(Object coder, Charset charset) {
    String name = charset.name();
    boolean plain =
        name.equals("UTF-8")
            || name.equals("US-ASCII")
            || name.startsWith("ISO-8859-")
            || name.startsWith("windows-125");
    if (!plain) {
      throw Anchors.held(coder, "a coder of " + name + " remembers more than it shows. Use UTF-8");
    }
  }
}
