package jinbo.consumer;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Pattern;
import jinbo.reference.calendar.BusinessTime;
import jinbo.reference.phone.Mobile;
import org.springframework.stereotype.Component;

/**
 * Recognizes browsers that have proven a number before, so that other visitors cannot use up the number's codes. Such a
 * browser keeps a mark: a day and a keyed hash of day and number. A mark does not authorize anything.
 */
@Component
record KnownBrowsers(ConsumerKey key, Clock clock) {

    static final Duration FOR = Duration.ofDays(90);

    private static final int BYTES = 16;
    private static final Pattern MARK = Pattern.compile("([0-9]{1,6})-([A-Za-z0-9_-]{22})");

    String mark(Mobile mobile) {
        return mark(mobile, BusinessTime.today(clock).toEpochDay());
    }

    boolean knows(Visitor visitor, Mobile mobile) {
        LocalDate today = BusinessTime.today(clock);
        return visitor.marks().stream()
                .filter(mark -> MARK.matcher(mark).matches())
                .anyMatch(mark -> isOf(mark, mobile, today));
    }

    private boolean isOf(String mark, Mobile mobile, LocalDate today) {
        long day = Long.parseLong(mark, 0, mark.indexOf('-'), 10);
        long age = today.toEpochDay() - day;
        return age >= 0 && age < FOR.toDays() && isSame(mark, mark(mobile, day));
    }

    private static boolean isSame(String one, String other) {
        return MessageDigest.isEqual(bytes(one), bytes(other));
    }

    private static byte[] bytes(String mark) {
        return mark.getBytes(StandardCharsets.US_ASCII);
    }

    private String mark(Mobile mobile, long day) {
        byte[] hash = key.hash("known browser", day + " " + mobile.digits());
        return day + "-" + Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, BYTES));
    }
}
