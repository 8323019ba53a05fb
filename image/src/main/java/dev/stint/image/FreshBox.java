package dev.stint.image;

/**
 * Stands for a box that was made by a constructor although there is a cached box of its value:
 * comparing the two by identity gives false, also after a move.
 */
record FreshBox(Object value) {

  static void register(TypeTable.Registrar to) {
    to.add(205, FreshBox.class, new Codec());
  }

  /** The object, or this in its place. */
  static Object standIn(Object object) {
    boolean fresh =
        object instanceof Integer i && isFresh(i, Integer.valueOf(i), Integer.valueOf(i))
            || object instanceof Long l && isFresh(l, Long.valueOf(l), Long.valueOf(l))
            || object instanceof Short s && isFresh(s, Short.valueOf(s), Short.valueOf(s))
            || object instanceof Byte b && isFresh(b, Byte.valueOf(b), Byte.valueOf(b))
            || object instanceof Character c
                && isFresh(c, Character.valueOf(c), Character.valueOf(c))
            || object instanceof Boolean z && isFresh(z, Boolean.valueOf(z), Boolean.valueOf(z));
    return fresh ? new FreshBox(object) : object;
  }

  /** A value is cached if asking twice gives the same box. */
  private static boolean isFresh(Object box, Object cached, Object again) {
    return cached == again && box != cached;
  }

  /** Gives a new box, in the place of this. */
  private static final class Codec implements ObjectCodec<Object> {
    private static final String KINDS = "ILSBCZ";

    @Override
    public void write(Object fresh, ImageOutput out) {
      Object value = ((FreshBox) fresh).value();
      char kind = value instanceof Boolean ? 'Z' : value.getClass().getSimpleName().charAt(0);
      out.writeByte(KINDS.indexOf(kind));
      out.writeLong(
          value instanceof Number n
              ? n.longValue()
              : value instanceof Character c ? c : value.equals(true) ? 1 : 0);
    }

    @Override
    @SuppressWarnings({"removal", "BoxedPrimitiveConstructor"}) // The constructor is what was used.
    public Object read(ImageInput in, Class<?> type) {
      int kind = in.readByte();
      long value = in.readLong();
      return switch (kind) {
        case 0 -> new Integer((int) value);
        case 1 -> new Long(value);
        case 2 -> new Short((short) value);
        case 3 -> new Byte((byte) value);
        case 4 -> new Character((char) value);
        case 5 -> new Boolean(value != 0);
        default -> throw new ImageFormatException("no kind of box number " + kind);
      };
    }
  }
}
