package dev.stint.transformer.emit;

import dev.stint.abi.FrameShape;
import dev.stint.transformer.ConstantsClass;

/** How generated classes and methods are named, for those who meet them elsewhere. */
public final class GeneratedNames {
  static final String FRAME_MARK = "$$Frame$";
  static final String RESUME_SUFFIX = "$resume";

  private GeneratedNames() {}

  /**
   * The class whose method a frame class, or whose constants a class of constants belongs to; any
   * other class is its own owner.
   */
  public static String ownerOf(String internalName) {
    if (ConstantsClass.isOne(internalName)) {
      return ConstantsClass.ownerOf(internalName);
    }
    int mark = internalName.indexOf(FRAME_MARK);
    return mark < 0 ? internalName : internalName.substring(0, mark);
  }

  /** The class whose lambda a class stands for; any other class is its own. */
  public static String capturingClassOf(String internalName) {
    int mark = internalName.indexOf(FrameShape.LAMBDA_MARK);
    return mark < 0 ? internalName : internalName.substring(0, mark);
  }

  /** Whether a class is a frame class, by its name. */
  static boolean isFrame(String internalName) {
    return internalName.contains(FRAME_MARK);
  }
}
