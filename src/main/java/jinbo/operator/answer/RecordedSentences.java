package jinbo.operator.answer;

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
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Translates sentences that are recorded in English (purposes in the access log, remarks of runs, errors) to Chinese
 * when they are shown. The records do not change, because the access log is signed. A sentence is recognized by its
 * English pattern in {@code recorded.properties} or in the {@code errors.properties} of a package.
 */
public final class RecordedSentences {

    private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");

    /** How many letters a pattern must have besides its placeholders; shorter patterns would match by chance. */
    private static final int LEAST_LITERAL = 5;

    private static final List<Sentence> SENTENCES = read();

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
        if (Language.of(locale) != Language.ZH || recorded.isBlank()) {
            return recorded;
        }
        return find(recorded).orElseGet(() -> {
            int colon = recorded.indexOf(": ");
            return colon < 0
                    ? recorded
                    : find(recorded.substring(colon + 2))
                            .map(rest -> recorded.substring(0, colon) + "：" + rest)
                            .orElse(recorded);
        });
    }

    static Optional<String> find(String recorded) {
        return SENTENCES.stream()
                .flatMap(sentence -> sentence.inChinese(recorded).stream())
                .findFirst();
    }

    private static List<Sentence> read() {
        List<Sentence> sentences = new ArrayList<>();
        PathMatchingResourcePatternResolver resolver = new PathMatchingResourcePatternResolver();
        try {
            for (String pattern : List.of(
                    "classpath:jinbo/operator/answer/recorded.properties", "classpath*:jinbo/**/errors.properties")) {
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
