package dev.stint.conformance.programs;

import java.text.ChoiceFormat;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.text.SimpleDateFormat;
import java.util.Calendar;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.TimeZone;

/** Old formats, dates and calendars with mutable state in locals. */
public final class Formats {
  public static void main(String[] args) throws Exception {
    DecimalFormat decimal =
        new DecimalFormat("#,##0.00;(#)", DecimalFormatSymbols.getInstance(Locale.US));
    NumberFormat german = NumberFormat.getInstance(Locale.GERMANY);
    MessageFormat message =
        new MessageFormat("{0} has {1,choice,0#no items|1#one item|1<{1} items}", Locale.US);
    ChoiceFormat choice = new ChoiceFormat("0#low|10#high");
    for (int i = 0; i < 3; i++) { // frozen here
      System.out.println(decimal.format(1234.5 * (i - 1)) + " " + german.format(9876.54 + i));
      System.out.println(message.format(new Object[] {"x" + i, i}) + choice.format(i * 7));
      decimal.setMinimumFractionDigits(i + 1);
    }
    TimeZone utc = TimeZone.getTimeZone("UTC");
    SimpleDateFormat dates = new SimpleDateFormat("yyyy-MM-dd HH:mm:ss", Locale.US);
    dates.setTimeZone(utc);
    Calendar calendar = new GregorianCalendar(utc, Locale.US);
    calendar.setTimeInMillis(0);
    Date date = new Date(86_400_000L * 59);
    while (calendar.getTime().before(date)) { // frozen here
      calendar.add(Calendar.MONTH, 1);
      calendar.roll(Calendar.HOUR_OF_DAY, -1);
      System.out.println(dates.format(calendar.getTime()) + calendar.get(Calendar.DAY_OF_YEAR));
    }
    System.out.println(dates.format(date) + " " + dates.parse("2001-02-03 04:05:06").getTime());
  }
}
