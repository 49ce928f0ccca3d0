package jinbo.platform.error;

import java.text.MessageFormat;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** @param facts the arguments of the error's sentence; a fact may be another message or a collection */
public record ErrorMessage(ErrorCode error, List<Object> facts) {

    public ErrorMessage {
        facts = List.copyOf(facts);
    }

    public static ErrorMessage of(ErrorCode error, Object... facts) {
        return new ErrorMessage(error, List.of(facts));
    }

    public String in(Locale locale) {
        return new MessageFormat(error.pattern(locale), Locale.ROOT)
                .format(facts.stream().map(fact -> text(fact, locale)).toArray());
    }

    private static String text(Object fact, Locale locale) {
        if (fact instanceof Coded coded) {
            return coded.errorMessage().in(locale);
        }
        if (fact instanceof ErrorMessage message) {
            return message.in(locale);
        }
        if (fact instanceof ErrorCode sentence) {
            return of(sentence).in(locale);
        }
        return fact instanceof Collection<?> several
                ? several.stream()
                        .map(one -> text(one, locale))
                        .collect(Collectors.joining("zh".equals(locale.getLanguage()) ? "、" : ", "))
                : RecordedSentences.in(fact.toString(), locale);
    }
}
