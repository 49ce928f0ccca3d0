package jinbo.operator.answer;

import java.lang.reflect.Modifier;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jinbo.batch.reconciliation.VerifiedRule;
import jinbo.exchange.openpgp.Fingerprint;
import jinbo.exchange.openpgp.KeyFault;
import jinbo.operator.answer.ResultRenderer.ResultLayout;
import jinbo.platform.error.ErrorMessage;
import jinbo.platform.error.RecordedSentences;

/** Formats the values of results in one language. */
final class ValueTexts {

    private final Texts texts;
    private final Map<Class<?>, Boolean> simple = new HashMap<>();
    private final Map<Class<?>, Boolean> phrases = new HashMap<>();

    ValueTexts(Texts texts) {
        this.texts = texts;
    }

    /** The record in a value, if its own values are shown one by one. */
    Optional<Record> part(ResultValue value) {
        return value.plain() instanceof Record part && !isSimple(part.getClass())
                ? Optional.of(part)
                : Optional.empty();
    }

    /** True if the value is a list whose elements are shown one by one, as a table or otherwise. */
    boolean isList(ResultValue value) {
        return value.value() instanceof Map
                || value.value() instanceof Collection<?>
                        && (ResultLayout.has(value.key() + ".line") || isRecordWithValues(value.elementType()));
    }

    boolean isSingle(ResultValue value) {
        return !isList(value)
                && part(value).isEmpty()
                && !(value.value() instanceof Optional<?> && isRecordWithValues(value.elementType()));
    }

    private boolean isRecordWithValues(Class<?> type) {
        return type.isRecord() && !isSimple(type);
    }

    /** True if a record is shown as one text: a code, a name or a phrase. */
    boolean isSimple(Class<?> type) {
        return simple.computeIfAbsent(
                type,
                any -> any == ErrorMessage.class
                        || isPhrase(any)
                        || Arrays.stream(any.getDeclaredMethods())
                                .anyMatch(method -> method.getName().equals("toString")
                                        && method.getParameterCount() == 0
                                        && !Modifier.isFinal(method.getModifiers())));
    }

    /** The arguments of sentences about a record: its values, and those of nested records as {@code part.value}. */
    Map<String, Object> arguments(List<ResultValue> values) {
        Map<String, Object> arguments = named(values, this::argument);
        values.forEach(value -> part(value)
                .ifPresent(part -> named(ResultValue.allOf(part), this::argument)
                        .forEach((name, argument) ->
                                arguments.put(ResultValue.snake(value.name()) + "." + name, argument))));
        return arguments;
    }

    private static Map<String, Object> named(List<ResultValue> values, Function<ResultValue, Object> text) {
        Map<String, Object> named = new LinkedHashMap<>();
        values.forEach(value -> named.put(ResultValue.snake(value.name()), text.apply(value)));
        return named;
    }

    /** The argument for a value; counts are passed as numbers, so that the sentence formats them. */
    private Object argument(ResultValue value) {
        return value.plain() instanceof Long count ? count : toGroupedString(value);
    }

    String toGroupedString(ResultValue value) {
        return value.plain() instanceof Fingerprint fingerprint ? fingerprint.toGroupedString() : text(value);
    }

    String text(ResultValue value) {
        return sentenceOf(value).orElseGet(() -> number(value).orElseGet(() -> text(value.value())));
    }

    Optional<String> sentence(String key, ResultValue value) {
        return Stream.of(value.code(), value.isEmpty() ? "none" : "some")
                .map(code -> key + "." + code)
                .filter(texts::has)
                .findFirst();
    }

    Optional<String> remedy(List<ResultValue> values) {
        return values.stream()
                .filter(value -> value.name().equals("code"))
                .map(code -> "word." + code.ownerKey() + ".remedy." + code.code())
                .filter(texts::has)
                .findFirst()
                .map(key -> withFacts(key, values));
    }

    private static Optional<String> number(ResultValue value) {
        Object plain = value.plain();
        if (!(plain instanceof Long || plain instanceof Integer)) {
            return Optional.empty();
        }
        return Optional.of(
                ResultLayout.isNumberOfThing(value) ? plain.toString() : Page.count(((Number) plain).longValue()));
    }

    /** The text for the code of a value, or of another value of the same record. */
    private Optional<String> sentenceOf(ResultValue value) {
        List<ResultValue> all = ResultValue.allOf(value.owner());
        return Stream.concat(
                        Stream.of(value.code()),
                        all.stream()
                                .map(ResultValue::value)
                                .filter(Enum.class::isInstance)
                                .map(constant -> ((Enum<?>) constant).name()))
                .map(code -> "word." + value.key() + "." + code)
                .filter(texts::has)
                .findFirst()
                .map(key -> withFacts(key, all));
    }

    /** Uses the {@code facts} of the record by number if it has them, otherwise its values by name. */
    private String withFacts(String key, List<ResultValue> all) {
        return all.stream()
                .filter(value -> value.name().equals("facts"))
                .findFirst()
                .map(facts -> texts.of(
                        key,
                        ((Collection<?>) facts.value()).stream().map(this::text).toArray()))
                .orElseGet(() -> texts.of(
                        key,
                        named(
                                all,
                                value -> value.value() instanceof Fingerprint fingerprint
                                        ? fingerprint.toGroupedString()
                                        : text(value.value()))));
    }

    private boolean isPhrase(Class<?> type) {
        return phrases.computeIfAbsent(type, any -> {
            String prefix = "phrase." + ResultValue.key(any) + ".";
            return texts.bundle().keySet().stream().anyMatch(key -> key.startsWith(prefix));
        });
    }

    private String phrase(List<ResultValue> values) {
        Map<String, Object> arguments = arguments(values);
        return values.stream()
                .flatMap(value -> sentence("phrase." + value.key(), value).stream())
                .map(key -> texts.of(key, arguments))
                .collect(Collectors.joining());
    }

    String text(Object value) {
        if (value instanceof Optional<?> optional) {
            return optional.map(this::text).orElse(Page.NOTHING);
        }
        if (value instanceof Map<?, ?> map) {
            return joined(
                    map.entrySet().stream().map(entry -> text(entry.getKey()) + " " + text(entry.getValue())), ", ");
        }
        if (value instanceof Collection<?> several) {
            List<String> each = several.stream().map(this::text).toList();
            return joined(each.stream(), each.stream().anyMatch(one -> one.matches(".*(, |、).*")) ? "; " : ", ");
        }
        if (value instanceof Instant instant) {
            return Page.time(instant);
        }
        if (value instanceof Boolean yes) {
            return texts.of(yes ? "word.yes" : "word.no");
        }
        if (value instanceof KeyFault fault) {
            String text = texts.of(
                    "key-fault." + fault.kind(),
                    fault.facts().stream().map(this::text).toArray());
            return fault.ofPrimary() ? texts.of("key-fault.of-primary", text) : text;
        }
        if (value instanceof ErrorMessage message) {
            return message.in(texts.language().locale());
        }
        if (value instanceof VerifiedRule rule) {
            return rule.in(texts.language().locale());
        }
        if (value instanceof Record part) {
            String brief = "result." + ResultValue.key(part.getClass()) + ".brief";
            if (texts.has(brief)) {
                return texts.of(brief, arguments(ResultValue.allOf(part)));
            }
            if (isPhrase(part.getClass())) {
                return phrase(ResultValue.allOf(part));
            }
        }
        if (value instanceof String recorded) {
            return RecordedSentences.in(recorded, texts.language().locale());
        }
        return value instanceof Long number ? Page.count(number) : String.valueOf(value);
    }

    private static String joined(Stream<String> several, String separator) {
        String joined = several.collect(Collectors.joining(separator));
        return joined.isEmpty() ? Page.NOTHING : joined;
    }
}
