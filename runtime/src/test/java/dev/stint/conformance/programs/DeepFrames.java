package dev.stint.conformance.programs;

/** Hundreds of frames of the same method, each with its own locals, below one loop. */
public final class DeepFrames {
  static long descend(int depth, long seed, String path) {
    double half = seed / 2.0;
    char mark = (char) ('a' + depth % 26);
    long below = 0;
    if (depth > 0) {
      below = descend(depth - 1, seed * 31 + depth, path.length() > 20 ? "" + mark : path + mark);
    } else {
      for (int i = 0; i < 6; i++) { // frozen here
        below += i;
      }
      System.out.println("bottom " + path + " " + seed);
    }
    return below + (long) half % 1000 + mark + path.length();
  }

  static int alternate(int depth, boolean odd, int[] visits) {
    visits[odd ? 1 : 0]++;
    int r = depth;
    for (int i = 0; i < 1 && depth > 0; i++) { // frozen here
      r += alternate(depth - 1, !odd, visits);
    }
    return r ^ visits[0];
  }

  public static void main(String[] args) {
    System.out.println(descend(400, 7, ""));
    int[] visits = new int[2];
    System.out.println(alternate(60, true, visits) + " " + visits[0] + " " + visits[1]);
  }
}
