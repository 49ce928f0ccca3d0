package jinbo.consumer.portal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import jinbo.reference.calendar.BusinessTime;
import jinbo.registry.Interval;

/** Formats days and times in a language; {@code days} in templates. */
public record PortalDateFormat(Locale locale) {

    private static final DateTimeFormatter CHINESE = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.CHINESE);
    private static final DateTimeFormatter ENGLISH = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter CHINESE_MONTH = DateTimeFormatter.ofPattern("yyyy年M月", Locale.CHINESE);
    private static final DateTimeFormatter ENGLISH_MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter CHINESE_TIME =
            DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm", Locale.CHINESE);
    private static final DateTimeFormatter ENGLISH_TIME =
            DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.ENGLISH);

    public String of(LocalDate day) {
        return (isChinese() ? CHINESE : ENGLISH).format(day);
    }

    public String of(Instant at) {
        return (isChinese() ? CHINESE_TIME : ENGLISH_TIME).format(at.atZone(BusinessTime.ZONE));
    }

    /** @param month as in ISO 8601, for example {@code 2026-11} */
    public String month(String month) {
        return (isChinese() ? CHINESE_MONTH : ENGLISH_MONTH).format(YearMonth.parse(month));
    }

    /** @param version of a consent, which contains its month, for example {@code complaint-2026-11-lines} */
    public String monthOfVersion(String version) {
        return month(version.replaceFirst("^\\D*(\\d{4}-\\d{2}).*$", "$1"));
    }

    public String clock(Instant at) {
        return CLOCK.format(at.atZone(BusinessTime.ZONE));
    }

    public String minute(Instant at) {
        return MINUTE.format(at.atZone(BusinessTime.ZONE));
    }

    /** Formats the remaining time of a countdown. */
    public String left(long seconds) {
        return "%d:%02d".formatted(seconds / 60, seconds % 60);
    }

    public String first(Interval block) {
        return of(block.effectiveOn());
    }

    public String last(Interval block) {
        return of(block.expiresOn().minusDays(1));
    }

    private boolean isChinese() {
        return Locale.CHINESE.getLanguage().equals(locale.getLanguage());
    }
}
