package dev.stint.runtime;

import dev.stint.abi.Frame;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Shows saved frames to people. */
final class StackReader {
  private static final int SHOWN = 80;

  private StackReader() {}

  static StackView read(CellId cell, @Nullable Frame top) {
    List<StackView.FrameView> frames = new ArrayList<>();
    for (Frame frame = top; frame != null; frame = frame.parent) {
      StackTraceElement at = frame.shape().at(frame.pc);
      if (!frame.shape().isMachinery() && UserFrames.isUser(at)) {
        frames.add(new StackView.FrameView(at, localsOf(frame)));
      }
    }
    return new StackView(cell, frames);
  }

  private static List<StackView.LocalView> localsOf(Frame frame) {
    List<StackView.LocalView> locals = new ArrayList<>();
    for (Map.Entry<String, String> local : frame.shape().variablesAt(frame.pc).entrySet()) {
      try {
        Object value = frame.getClass().getField(local.getValue()).get(frame);
        String type = value == null ? "null" : value.getClass().getName();
        locals.add(new StackView.LocalView(local.getKey(), type, show(value)));
      } catch (ReflectiveOperationException e) {
        // A frame of another version has other fields; the rest can still be shown.
        locals.add(new StackView.LocalView(local.getKey(), "unknown", "unknown"));
      }
    }
    return locals;
  }

  /** No code of the job is run for this: only values of the JDK's own show their text. */
  private static String show(@Nullable Object value) {
    String text =
        switch (value) {
          case null -> "null";
          case String string -> '"' + string + '"';
          case Number number -> number.toString();
          case Boolean truth -> truth.toString();
          case Character character -> "'" + character + "'";
          case Enum<?> constant -> constant.name();
          case Object[] array -> array.getClass().getSimpleName() + " of " + array.length;
          default -> value.getClass().getName();
        };
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...";
  }
}
