package jinbo.consumer;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import jinbo.reference.business.BusinessLine;
import org.springframework.stereotype.Component;

/** The text of a reminder. It is in both languages, because the holder's language is not known. */
@Component
record ReminderText(ConsumerSettings settings) {

    private static final DateTimeFormatter CHINESE = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.CHINESE);
    private static final DateTimeFormatter ENGLISH = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    /** The space for the names of lines of business, in characters. */
    private static final int MOST_NAMED = 30;

    String of(LocalDate lastDay, List<BusinessLine> lines, ReminderToken token) {
        return "您登记的保险电话禁拨（"
                + named(lines.stream().map(BusinessLine::chineseName).toList(), "、", "等") + "）"
                + CHINESE.format(lastDay) + "到期，当天仍然有效。"
                + settings.renewAt()
                        .map(at -> "如要按原来的选择续期，请打开 " + at + token.value() + " 并确认。链接只供您本人使用，请不要转发。")
                        .orElse("如要续期，请访问协会网站。")
                + "如不续期，不用做任何操作。\n[Jinbo] Your block of insurance sales calls ("
                + named(lines.stream().map(line -> line.code().value()).toList(), ", ", "...") + ") ends after "
                + ENGLISH.format(lastDay)
                + settings.renewAt()
                        .map(at -> ". To renew it, open the link. Do not forward the link.")
                        .orElse(". To renew it, visit the website of the association.");
    }

    /** Joins the names that fit, and {@code more} if some do not. */
    private static String named(List<String> names, String between, String more) {
        StringBuilder text = new StringBuilder();
        for (String name : names) {
            if (text.length() + name.length() > MOST_NAMED) {
                return text.append(more).toString();
            }
            text.append(text.isEmpty() ? "" : between).append(name);
        }
        return text.toString();
    }
}
