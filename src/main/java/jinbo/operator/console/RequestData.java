package jinbo.operator.console;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jinbo.cases.CaseDecision;
import jinbo.cases.CaseNumber;
import jinbo.cases.Cases;
import jinbo.participant.insurer.Agreements;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.Insurers;
import jinbo.participant.insurer.SalesUnit;
import jinbo.participant.insurer.SalesUnits;
import jinbo.participant.insurer.UnitCode;
import jinbo.participant.operation.Outline;
import jinbo.participant.staff.Person;
import jinbo.participant.staff.PersonName;
import jinbo.participant.staff.Persons;

/** Shows the arguments of an {@link Outline} as a list of names and values. */
record RequestData(Insurers insurers, SalesUnits units, Persons persons, Cases cases) {

    /** The key of an outline, and the names of its arguments; a hyphen for an argument that the list leaves out. */
    static final Map<String, List<String>> NAMES = """
            audit-accept alarms
            calendar-import years-added years-replaced days-changed
            case-assign case insurer unit salesperson insurer-before
            case-decide case ruling grounds - insurer unit salesperson
            change insurers start end
            held-release - insurer rows
            held-release-answers - insurer
            held-release-withdrawals - insurer
            insurer-add insurer name lines ssh-keys service-number
            insurer-add-line insurer line start
            insurer-add-remote insurer name lines drop host-keys service-number
            insurer-add-ssh-key insurer ssh-keys ssh-keys-then
            insurer-agree insurer self-discipline confidentiality
            insurer-end-line insurer line end
            insurer-lapse insurer end
            insurer-leave insurer end
            insurer-pin insurer host-keys host-keys-then
            insurer-succeed insurer successor
            insurer-unpin insurer host-keys host-keys-then
            key-accept insurer fingerprint name period
            key-accept-refused insurer fingerprint name period
            key-add insurer fingerprint name period
            key-add-refused insurer fingerprint name period
            key-add-revocation insurer fingerprint
            key-refuse insurer fingerprint
            key-renew start end
            key-retire fingerprint end
            key-retire-compromised fingerprint end
            key-revoke insurer fingerprint start
            key-revoke-at-once insurer fingerprint
            key-revoke-compromised insurer fingerprint
            line-add line name chinese-name start
            line-close line end
            person-add person full-name role ssh-keys
            person-agree person confidentiality
            person-revoke person role
            recovery-ingest file
            register insurers start end
            sanction-IMPOSED sanction kind subject cases start last-day
            sanction-LIFTED sanction kind subject cases
            sanction-REFUSED sanction kind subject cases
            segments-import segments home home-before
            unit-add unit name unit-kind insurer confidentiality
            unit-agree unit insurer confidentiality
            withdraw file insurer complaints
            """.lines()
            .map(line -> List.of(line.split(" ")))
            .collect(Collectors.toMap(line -> line.get(0), line -> line.subList(1, line.size())));

    /** Names whose values are constants, with the prefix of the messages for these. */
    private static final Map<String, String> WORDS = Map.of(
            "ruling",
            "ruling.",
            "grounds",
            "ground.",
            "kind",
            "sanction.",
            "role",
            "role.",
            "unit-kind",
            "units.kind.");

    /**
     * A name, which is the end of a message key, with its values.
     *
     * @param before the day that is recorded now, or empty text if none is; empty if the request changes no day
     */
    public record Item(String name, List<Value> values, Optional<String> before) {}

    /**
     * @param message the key of the message that is shown instead of {@code text}; empty for none
     * @param href the address of the page about the value; empty for none
     * @param note the key of a message beside the value; empty for none
     */
    public record Value(String text, String message, String href, String note) {

        static Value text(String text) {
            return new Value(text, "", "", "");
        }

        static Value message(String message) {
            return new Value("", message, "", "");
        }
    }

    List<Item> of(Outline would) {
        List<String> names = NAMES.getOrDefault(would.key(), List.of());
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < Math.min(names.size(), would.arguments().size()); i++) {
            List<Value> values = values(names.get(i), would.arguments().get(i));
            if (!values.isEmpty()) {
                items.add(new Item(names.get(i), values, before(would, names.get(i))));
            }
        }
        return items;
    }

    private List<Value> values(String name, String value) {
        if (name.equals("last-day") && value.equals("-")) {
            return List.of(Value.message("sanctions.until-lifted"));
        }
        if (name.equals("-") || value.equals("-")) {
            return List.of();
        }
        return switch (name) {
            case "case", "cases" -> each(value).map(this::caseOf).toList();
            case "ruling", "grounds", "kind", "role", "unit-kind" ->
                each(value).map(one -> Value.message(WORDS.get(name) + one)).toList();
            case "insurer", "insurer-before", "successor", "subject" -> List.of(insurer(value));
            case "name", "full-name", "chinese-name" -> List.of(Value.text(value));
            default -> List.of(Value.text(PageFormat.recorded(value)));
        };
    }

    private static Stream<String> each(String value) {
        return Stream.of(value.split(", "));
    }

    private Value caseOf(String number) {
        String ruling = CaseNumber.typed(number).map(cases::decisions).stream()
                .flatMap(List::stream)
                .reduce((first, last) -> last)
                .map(CaseDecision::ruling)
                .map(last -> "ruling." + last)
                .orElse("");
        return new Value(number, "", "/cases/" + number, ruling);
    }

    /** @param subject the code of an insurer, perhaps with a salesperson after a slash */
    private Value insurer(String subject) {
        String code = subject.replaceFirst("/.*", "");
        return insurers.all().stream()
                .filter(insurer -> insurer.code().value().equals(code))
                .findFirst()
                .map(insurer -> new Value(insurer.name() + " (" + subject + ")", "", "/insurers/" + code, ""))
                .orElseGet(() -> Value.text(subject));
    }

    /** Returns what is recorded today in the place of a day that the request would record. */
    private Optional<String> before(Outline would, String name) {
        List<String> arguments = would.arguments();
        return switch (would.key() + " " + name) {
            case "insurer-agree self-discipline" ->
                shown(insurers.find(new InsurerCode(arguments.get(0)))
                        .map(Insurer::agreements)
                        .flatMap(Agreements::selfDisciplineSince));
            case "insurer-agree confidentiality" ->
                shown(insurers.find(new InsurerCode(arguments.get(0)))
                        .map(Insurer::agreements)
                        .flatMap(Agreements::confidentialitySince));
            case "person-agree confidentiality" ->
                shown(persons.find(new PersonName(arguments.get(0))).flatMap(Person::confidentialitySince));
            case "unit-agree confidentiality" ->
                shown(units.find(new InsurerCode(arguments.get(1)), new UnitCode(arguments.get(0)))
                        .flatMap(SalesUnit::confidentialitySince));
            default -> Optional.empty();
        };
    }

    private static Optional<String> shown(Optional<LocalDate> day) {
        return Optional.of(day.map(LocalDate::toString).orElse(""));
    }
}
