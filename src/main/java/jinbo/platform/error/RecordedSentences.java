package jinbo.platform.error;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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

    private static final List<String> BUNDLES = List.of(
            "classpath:jinbo/platform/error/recorded.properties",
            "classpath*:jinbo/**/errors.properties",
            "classpath:jinbo/batch/reconciliation/verified-rules.properties",
            "classpath:jinbo/accesslog/verifier/sentences.properties");

    private static final Supplier<List<Sentence>> SENTENCES = SingletonSupplier.of(RecordedSentences::read);

    private RecordedSentences() {}

    private record Sentence(String beginning, Pattern english, List<Integer> places, String chinese, int literal) {

        static Sentence of(String english, String chinese) {
            StringBuilder regex = new StringBuilder();
            List<Integer> places = new ArrayList<>();
            int literal = 0;
            int from = 0;
            for (MatchResult place : PLACE.matcher(english).results().toList()) {
                String text = english.substring(from, place.start()).replace("''", "'");
                regex.append(Pattern.quote(text)).append("(.*)");
                literal += text.length();
                places.add(Integer.valueOf(place.group(1)));
                from = place.end();
            }
            String rest = english.substring(from).replace("''", "'");
            String beginning =
                    (places.isEmpty() ? english : english.substring(0, english.indexOf('{'))).replace("''", "'");
            return new Sentence(
                    beginning,
                    Pattern.compile(regex + Pattern.quote(rest), Pattern.DOTALL),
                    places,
                    chinese,
                    literal + rest.length());
        }

        Optional<String> inChinese(String recorded) {
            if (!recorded.startsWith(beginning)) {
                return Optional.empty();
            }
            Matcher matcher = english.matcher(recorded);
            if (!matcher.matches()) {
                return Optional.empty();
            }
            Object[] facts = new Object[10];
            for (int place = 0; place < places.size(); place++) {
                facts[places.get(place)] = in(matcher.group(place + 1), Locale.CHINESE);
            }
            return Optional.of(new MessageFormat(chinese, Locale.ROOT).format(facts));
        }
    }

    /** Returns the sentence in Chinese; unchanged if the language is not Chinese, or the sentence is unknown. */
    public static String in(String recorded, Locale locale) {
        return "zh".equals(locale.getLanguage()) ? inChinese(recorded) : recorded;
    }

    /** Also translates a list of sentences, of which each must be known, and both sides of a colon. */
    private static String inChinese(String recorded) {
        String[] several = recorded.split("; ");
        if (several.length > 1
                && Stream.of(several).noneMatch(one -> inChinese(one).equals(one))) {
            return Stream.of(several).map(RecordedSentences::inChinese).collect(Collectors.joining("；"));
        }
        Optional<String> whole = find(recorded);
        String[] sides = recorded.split(": ", 2);
        if (whole.isPresent() || sides.length == 1) {
            return whole.orElse(recorded);
        }
        String chinese = inChinese(sides[0]) + "：" + inChinese(sides[1]);
        return chinese.equals(sides[0] + "：" + sides[1]) ? recorded : chinese;
    }

    static Optional<String> find(String recorded) {
        return SENTENCES.get().stream()
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
                            .forEach((key, sentence) ->
                                    sentences.add(Sentence.of((String) sentence, chinese.getProperty((String) key))));
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
