package dev.stint.conformance.programs;

import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Currency;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.TimeZone;
import java.util.UUID;
import java.util.regex.Pattern;

/** Values of JDK types in locals, class objects among them, before, during and after a loop. */
public final class ValuesInLocals {
  static int turns(int n) {
    int r = 0;
    for (int i = 0; i < n; i++) { // frozen here
      r += i;
    }
    return r;
  }

  public static void main(String[] args) throws Exception {
    UUID uuid = UUID.nameUUIDFromBytes("stint".getBytes(StandardCharsets.UTF_8));
    Locale locale = Locale.of("pt", "BR");
    Charset charset = Charset.forName("ISO-8859-1");
    Class<?> array = int[][].class;
    Class<?> primitive = double.class;
    Class<?> own = ValuesInLocals.class;
    Class<?> jdk = Objects.class;
    Currency currency = Currency.getInstance("EUR");
    URI uri = URI.create("http://host:80/p%20q?x=1#f");
    Pattern pattern = Pattern.compile("a+b", Pattern.MULTILINE);
    Path path = Path.of("some", "..", "file.txt");
    TimeZone zone = TimeZone.getTimeZone("GMT+2");
    HexFormat hex = HexFormat.ofDelimiter(":");
    Base64.Encoder base64 = Base64.getUrlEncoder();
    Object boxed = Byte.valueOf((byte) 4);
    Thread.State state = Thread.State.WAITING;
    for (int i = 0; i < 3; i++) { // frozen here
      byte[] bytes = uuid.toString().substring(i, i + 3).getBytes(charset);
      System.out.println(hex.formatHex(bytes) + " " + base64.encodeToString(bytes) + turns(i));
    }
    System.out.println(
        uuid + " " + locale.getLanguage() + charset + array.getSimpleName() + primitive);
    System.out.println(
        (own == ValuesInLocals.class) + " " + (jdk == Objects.class) + (array == int[][].class));
    System.out.println(
        currency + uri.getPath() + uri.getFragment() + pattern.matcher("xaab").find());
    System.out.println(
        path.normalize() + " " + zone.getRawOffset() + boxed.equals((byte) 4) + state);
    System.out.println(
        (currency == Currency.getInstance("EUR")) + " " + (charset == StandardCharsets.ISO_8859_1));
    System.out.println(
        (primitive == double.class) + " " + (state == Thread.State.WAITING) + turns(4));
    System.out.println(
        Arrays.asList(own.getSimpleName(), jdk.getModule().getName(), own.isInstance(boxed)));
  }
}
