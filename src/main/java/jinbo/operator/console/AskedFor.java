package jinbo.operator.console;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import jinbo.batch.collect.HeldFiles;
import jinbo.cases.CaseNumber;
import jinbo.operator.request.RequestOperations.RequestSheet;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.Insurers;
import jinbo.participant.operation.OperationCatalog;
import jinbo.participant.operation.Outline;
import jinbo.participant.staff.PersonName;
import jinbo.participant.staff.Persons;
import jinbo.participant.staff.Request;
import jinbo.registry.inbound.Findings;
import jinbo.registry.inbound.InboundFile;

/** Puts requests in words, with what they concern. */
record AskedFor(
        OperationCatalog catalog,
        Persons persons,
        Insurers insurers,
        HeldFiles held,
        Findings findings,
        ConsoleAnswers answers) {

    private static final Pattern FINGERPRINT = Pattern.compile("SHA256:\\S+.*|[0-9A-F]{4}( ?[0-9A-F]{4}){7,}");
    private static final int SAMPLES = 5;

    /**
     * What a request that waits concerns.
     *
     * @param sentence what would be done
     * @param values what stands in the sentence
     * @param compare fingerprints that are to be compared by telephone
     * @param insurers codes and names
     * @param cases their numbers
     * @param file the held file, with what was found in it
     */
    public record Subject(
            String sentence,
            List<String> values,
            List<String> compare,
            List<Named> insurers,
            List<String> cases,
            Optional<HeldFile> file) {}

    public record Named(String code, String name) {}

    public record HeldFile(FileRow row, FoundInFile found) {}

    /** Which message says what a request asks for: the use case, with a hyphen between its words. */
    String key(Request request) {
        List<String> words = request.words();
        String first = words.get(0);
        return catalog.find(first).isPresent() || words.size() < 2 ? first : first + "-" + words.get(1);
    }

    /** A person with full name, if it is one that is known. */
    String name(PersonName name) {
        return persons.find(name)
                .map(person -> person.fullName() + " (" + name.value() + ")")
                .orElse(name.value());
    }

    Optional<Subject> of(RequestSheet sheet, Locale locale) {
        return sheet.would().map(would -> of(would, locale));
    }

    private Subject of(Outline would, Locale locale) {
        List<String> named = would.arguments();
        return new Subject(
                answers.sentence(would, locale),
                named,
                named.stream().filter(FINGERPRINT.asMatchPredicate()).toList(),
                insurers.all().stream()
                        .filter(insurer -> named.contains(insurer.code().value()))
                        .map(AskedFor::named)
                        .toList(),
                named.stream()
                        .flatMap(one -> CaseNumber.typed(one).stream())
                        .map(CaseNumber::value)
                        .toList(),
                held.list().stream()
                        .filter(file -> named.contains(file.shownName()))
                        .findFirst()
                        .map(file -> heldFile(file, locale)));
    }

    private static Named named(Insurer insurer) {
        return new Named(insurer.code().value(), insurer.name());
    }

    private HeldFile heldFile(InboundFile file, Locale locale) {
        return new HeldFile(FileRow.of(file), FoundInFile.of(file, findings, SAMPLES, locale));
    }
}
