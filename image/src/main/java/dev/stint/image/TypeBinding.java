package dev.stint.image;

/**
 * What the codec knows about one class.
 *
 * @param id the registered number, or -1 if images name the class
 * @param family the kind of codec, which both sides must agree on for a named class
 * @param layout hash of the fields that an image of this class carries; 0 if there are none
 */
record TypeBinding(Class<?> type, int id, int family, int layout, ObjectCodec<Object> codec) {
  static final int FIELDS = 1;
  static final int RECORD = 2;
  static final int ENUM = 3;
  static final int ARRAY = 4;
  static final int SUBCLASS = 5;
  static final int THROWABLE = 6;
  static final int SERIAL_FORM = 7;
  static final int PROXY = 8;
  static final int CLASS_ONLY = 9;
  static final int HASHED_FIELDS = 10;
  static final int FIRST_EXTENSION = 64;

  boolean isRegistered() {
    return id >= 0;
  }
}
