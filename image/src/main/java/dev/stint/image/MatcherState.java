package dev.stint.image;

import dev.stint.image.state.Making;
import dev.stint.image.state.Sources;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Matchers: pattern, text, region, bounds, and the last match, which is found again by matching
 * again.
 */
@SuppressWarnings("JdkObsolete") // hitEnd tells a search that failed from none.
final class MatcherState {
  private static final int NO_MATCH = -1;

  private MatcherState() {}

  static void write(Matcher matcher, ImageOutput out) {
    Making making = SourceTypes.making(matcher);
    CharSequence text = SourceTypes.part(making, 0, CharSequence.class);
    StringBuilder tail = new StringBuilder();
    matcher.appendTail(tail);
    boolean matched = hasMatch(matcher);
    out.writeRef(matcher.pattern());
    out.writeRef(text);
    out.writeCount(matcher.regionStart());
    out.writeCount(matcher.regionEnd());
    out.writeBoolean(matcher.hasTransparentBounds());
    out.writeBoolean(matcher.hasAnchoringBounds());
    out.writeCount(text.length() - tail.length());
    out.writeInt(matched ? matcher.start() : NO_MATCH);
    out.writeInt(matched ? matcher.end() : NO_MATCH);
    out.writeBoolean(matcher.hitEnd());
  }

  private static boolean hasMatch(Matcher matcher) {
    try {
      matcher.start();
      return true;
    } catch (IllegalStateException e) {
      return false;
    }
  }

  static Matcher read(ImageInput in) {
    Pattern pattern = in.readRef(Pattern.class);
    Matcher matcher = Sources.matcher(pattern, in.readRef(CharSequence.class));
    int from = in.readCount();
    int to = in.readCount();
    matcher.useTransparentBounds(in.readBoolean()).useAnchoringBounds(in.readBoolean());
    matcher.region(from, to);
    int appended = in.readCount();
    int start = in.readInt();
    int end = in.readInt();
    boolean hitEnd = in.readBoolean();
    if (start != NO_MATCH) {
      matchAgain(matcher, from, to, appended, start, end);
    } else if (hitEnd) {
      // Without a match, but at the end: the last search found nothing more.
      while (matcher.find()) {
        append(matcher, appended);
      }
    }
    return matcher;
  }

  private static void matchAgain(
      Matcher matcher, int from, int to, int appended, int start, int end) {
    while (matcher.find()) {
      append(matcher, appended);
      if (matcher.start() == start && matcher.end() == end) {
        return;
      }
      if (matcher.start() > start) {
        break;
      }
    }
    matcher.region(from, to);
    if (matcher.matches() && matcher.start() == start && matcher.end() == end) {
      return;
    }
    if (matcher.lookingAt() && matcher.start() == start && matcher.end() == end) {
      return;
    }
    if (!matcher.find(start)) {
      throw new ImageFormatException("a Matcher no longer matches what it had matched");
    }
  }

  /** Moves the append position along with the matches that were appended. */
  private static void append(Matcher matcher, int appended) {
    if (appended > 0 && matcher.end() <= appended) {
      matcher.appendReplacement(new StringBuilder(), "");
    }
  }
}
