package jinbo.platform.error;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.util.function.SingletonSupplier;

/**
 * Translates sentences that are recorded in English (purposes in the access log, remarks of runs, errors and their
 * facts) to Chinese when they are shown. The records do not change, because the access log is signed. A sentence is
 * recognized by its English pattern in {@code recorded.properties} or in a bundle of another package.
 */
public final class RecordedSentences {

    private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");

    /** How many letters a pattern must have besides its placeholders; shorter patterns would match by chance. */
    private static final int LEAST_LITERAL = 5;

    /** The same for a pattern that is not a fact of another one: people type sentences, too. */
    private static final int LEAST_LITERAL_ALONE = 11;

    /** How long a text before a colon must be, unless it is a fact. */
    private static final int LEAST_BEFORE_COLON = 20;

    private static final List<String> BUNDLES = List.of(
            "classpath:jinbo/platform/error/recorded.properties",
            "classpath*:jinbo/**/errors.properties",
            "classpath:jinbo/batch/reconciliation/verified-rules.properties",
            "classpath:jinbo/accesslog/verifier/sentences.properties");

    private static final Supplier<List<Sentence>> SENTENCES = SingletonSupplier.of(RecordedSentences::read);

    private RecordedSentences() {}

    /**
     * @param longest the longest part between placeholders, which is faster to look for than the pattern
     * @param standsAlone false if it is recognized only as a fact of another sentence
     */
    private record Sentence(
            String longest, Pattern english, List<Integer> places, String chinese, int literal, boolean standsAlone) {

        static Sentence of(String key, String english, String chinese) {
            StringBuilder regex = new StringBuilder();
            List<Integer> places = new ArrayList<>();
            List<String> parts = new ArrayList<>();
            int from = 0;
            for (MatchResult place : PLACE.matcher(english).results().toList()) {
                String text = english.substring(from, place.start()).replace("''", "'");
                regex.append(Pattern.quote(text)).append("(.*)");
                parts.add(text);
                places.add(Integer.valueOf(place.group(1)));
                from = place.end();
            }
            String rest = english.substring(from).replace("''", "'");
            parts.add(rest);
            int literal = parts.stream().mapToInt(String::length).sum();
            return new Sentence(
                    Collections.max(parts, Comparator.comparingInt(String::length)),
                    Pattern.compile(regex + Pattern.quote(rest), Pattern.DOTALL),
                    places,
                    chinese,
                    literal,
                    places.isEmpty()
                            || literal >= LEAST_LITERAL_ALONE
                            || key.startsWith("object.")
                            || Character.isUpperCase(english.charAt(0)));
        }

        Optional<String> inChinese(String recorded) {
            if (!recorded.contains(longest)) {
                return Optional.empty();
            }
            Matcher matcher = english.matcher(recorded);
            if (!matcher.matches()) {
                return Optional.empty();
            }
            Object[] facts = new Object[10];
            for (int place = 0; place < places.size(); place++) {
                facts[places.get(place)] = RecordedSentences.inChinese(matcher.group(place + 1), true);
            }
            return Optional.of(new MessageFormat(chinese, Locale.ROOT).format(facts));
        }
    }

    /** Returns the sentence in Chinese; unchanged if the language is not Chinese, or the sentence is unknown. */
    public static String in(String recorded, Locale locale) {
        return "zh".equals(locale.getLanguage()) ? inChinese(recorded, false) : recorded;
    }

    /** Also translates a list of sentences, of which each must be known, and both sides of a colon. */
    static String inChinese(String recorded, boolean isFact) {
        String[] several = recorded.split("; ");
        if (several.length > 1) {
            List<String> chinese =
                    Stream.of(several).map(one -> inChinese(one, isFact)).toList();
            if (Stream.of(several).noneMatch(chinese::contains)) {
                return String.join("；", chinese);
            }
        }
        Optional<String> whole = find(recorded, isFact);
        String[] sides = recorded.split(": ", 2);
        if (whole.isPresent() || sides.length == 1) {
            return whole.orElse(recorded);
        }
        boolean isShort = !isFact && sides[0].length() < LEAST_BEFORE_COLON;
        String chinese = (isShort ? sides[0] : inChinese(sides[0], isFact)) + "：" + inChinese(sides[1], isFact);
        return chinese.equals(sides[0] + "：" + sides[1]) ? recorded : chinese;
    }

    private static Optional<String> find(String recorded, boolean isFact) {
        return SENTENCES.get().stream()
                .filter(sentence -> isFact || sentence.standsAlone())
                .flatMap(sentence -> sentence.inChinese(recorded).stream())
                .findFirst();
    }

    private static List<Sentence> read() {
        List<Sentence> sentences = new ArrayList<>();
        PathMatchingResourcePatternResolver resolver = new PathMatchingResourcePatternResolver();
        try {
            for (String pattern : BUNDLES) {
                for (Resource english : resolver.getResources(pattern)) {
                    Properties chinese = properties(english.createRelative(
                            String.valueOf(english.getFilename()).replace(".", "_zh.")));
                    properties(english)
                            .forEach((key, sentence) -> sentences.add(
                                    Sentence.of((String) key, (String) sentence, chinese.getProperty((String) key))));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sentences.stream()
                .filter(sentence -> sentence.literal() >= LEAST_LITERAL)
                .sorted(Comparator.comparingInt(Sentence::literal).reversed())
                .toList();
    }

    private static Properties properties(Resource resource) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = new InputStreamReader(resource.getInputStream(), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }
}
