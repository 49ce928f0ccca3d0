package jinbo;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jinbo.platform.faultpoint.FaultPoint;
import jinbo.testing.ProgramClasses;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.modulith.ApplicationModule;

/** The glossary, the page on the architecture and the rules of the domain name what exists, and the code keeps to the glossary. */
class GlossaryTest {

    private static final Path GLOSSARY = Path.of("docs/glossary.md");
    private static final Path ARCHITECTURE = Path.of("docs/architecture.md");

    private static final Pattern IN_LAST_COLUMN = Pattern.compile("(?m)^\\|.*\\| `([a-z][\\w.]*)` \\|$");
    private static final Pattern CLASS_NAME = Pattern.compile("`([A-Z][a-z]\\w*)`");
    private static final Pattern CONSTANT = Pattern.compile("`([A-Z]+(?:_[A-Z]+)*)`");
    private static final Pattern RETIRED_IN_CHINESE =
            Pattern.compile("(?m)^\\| ([\\u4e00-\\u9fff、]+) \\| [\\u4e00-\\u9fff]+ \\|$");
    private static final Pattern TEXT = Pattern.compile("(findings|causes)\\.csv|.*\\.(md|properties|html|yaml|json)");
    private static final Pattern ARROW = Pattern.compile("(?m)^ +(\\w+) --> (\\w+)$");

    /** As whole words of a name, in the plural too. */
    private static final Pattern RETIRED = Pattern.compile(
            "(?:^|(?<=[a-z0-9]))(?:(?:Concern|Measure|Word|Act|Hatch|Annex|Clerk|Desk|Doorkeeper|Bell|"
                    + "CrashPoint|TakeIn|TakenIn|Octet|Figure|Ban|Restoration|Sector)s?|Verdicts|Told|Untold|EvenSo)(?=[A-Z0-9]|$)");

    /** Of fields and methods; "words" are what people wrote, "octet" is what the RFCs of OpenPGP say. */
    private static final Pattern RETIRED_IN_MEMBERS = Pattern.compile(
            "(?:^|(?<=[a-z0-9]))(?:(?:Concern|Measure|Act|Hatch|Annex|Clerk|Desk|Doorkeeper|Bell|"
                    + "CrashPoint|TakeIn|TakenIn|Figure|Ban|Restoration|Sector)s?|Word|Told|Untold|EvenSo)(?=[A-Z0-9]|$)");

    private static final String LOG_FORMAT = "a key of the access log's format";
    private static final String CODE = "a code of a format or of an answer";

    /** Full name below {@code jinbo}, and the reason. */
    private static final Map<String, String> EXEMPT =
            Map.of("registry.inbound.Verdicts", "of files; the retired ones were of signatures");

    /** Beginning of the full name of a type, a dash, and the members. */
    private static final Map<String, String> EXEMPT_MEMBERS = Map.ofEntries(
            Map.entry("accesslog\\..*-(acts|isActs|ACTS|OF_ACTS)", LOG_FORMAT),
            Map.entry("accesslog\\.AccessAction-SETTLE_RESTORATION|accesslog\\.AccessAction-TAKE_IN", LOG_FORMAT),
            Map.entry("cases\\.evidence\\.StatementType-.*", CODE),
            Map.entry("cases\\.CaseRuling-NOT_TOLD_IN_TIME", CODE),
            Map.entry("cases\\.CaseSettings-countsAsToldAfterWorkdays", "a setting"),
            Map.entry("cases\\.report\\.CaseReportColumn-DECIDED_NOT_TOLD_IN_TIME", CODE),
            Map.entry("exchange\\.sftp\\.check\\.DropCheckCode-NAME_NOT_TOLD", CODE),
            Map.entry("operator\\.alert\\.Alert\\.Code-RESTORATION_OPEN", CODE),
            Map.entry("registry\\.history\\.NotificationState\\.Status-.*", CODE),
            Map.entry("batch\\.recovery\\.UploadRecoveryStates\\.State-TAKEN_IN", CODE),
            Map.entry("platform\\.deflate\\.DynamicBlock\\.HuffmanCode\\.Node-measure", "a verb"),
            Map.entry("operator\\.audit\\.NumberTraced\\.UploadOfNumber-acts", "a field of answers"),
            Map.entry("operator\\.number\\.NumberLookedUp\\.InsurerLookedUp-told", "a field of answers"),
            Map.entry("operator\\.job\\.JobHandlers\\.WatchResult-(told|untold)", "a field of answers"),
            Map.entry("operator\\.job\\.JobHandlers\\.EndedErased-acts", "a field of answers"));

    @Test
    void glossaryNamesClassesAndPackagesThatExist() throws IOException {
        Set<String> existing = new HashSet<>();
        ProgramClasses.ALL.forEach(type -> {
            existing.add(type.getName().replace('$', '.'));
            existing.add(type.getPackageName());
        });

        assertThat(allOf(IN_LAST_COLUMN, GLOSSARY))
                .hasSizeGreaterThan(80)
                .allSatisfy(name -> assertThat(existing).contains("jinbo." + name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"docs/architecture.md", "docs/rules.md"})
    void pageNamesClassesThatExist(Path page) throws IOException {
        Set<String> existing =
                ProgramClasses.ALL.stream().map(JavaClass::getSimpleName).collect(Collectors.toSet());
        try (Stream<Path> tests = Files.walk(Path.of("src/test/java"))) {
            tests.forEach(file -> existing.add(file.getFileName().toString().replace(".java", "")));
        }

        assertThat(existing).containsAll(allOf(CLASS_NAME, page));
    }

    @Test
    void architectureNamesEachFaultPointOfUploadsAndLists() throws IOException {
        Set<String> ofUploadsAndLists = names(EnumSet.range(FaultPoint.FETCHED, FaultPoint.MANIFEST_DELIVERED));
        Set<String> named = allOf(CONSTANT, ARCHITECTURE);
        named.remove("ABANDONED");

        assertThat(named).containsExactlyInAnyOrderElementsOf(ofUploadsAndLists);
    }

    @Test
    void architectureDrawsTheDeclaredDirections() throws IOException {
        Map<String, Set<String>> declared = declaredDependencies();
        Map<String, Set<String>> drawn = new TreeMap<>();
        ARROW.matcher(Files.readString(ARCHITECTURE))
                .results()
                .forEach(arrow -> drawn.computeIfAbsent(arrow.group(1), area -> new TreeSet<>())
                        .add(arrow.group(2)));

        assertThat(declared).hasSize(12).allSatisfy((area, uses) -> {
            assertThat(reachedFrom(area, drawn)).as("below %s", area).containsAll(uses);
            assertThat(uses).as("used by %s", area).containsAll(drawn.getOrDefault(area, Set.of()));
        });
    }

    @Test
    void noTypeIsNamedAfterARetiredWord() {
        Set<String> named = ProgramClasses.ALL.stream()
                .filter(type -> RETIRED.matcher(type.getSimpleName()).find())
                .map(type -> type.getName().replace('$', '.').substring("jinbo.".length()))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(named).as("each in EXEMPT with its reason, and no other").isEqualTo(new TreeSet<>(EXEMPT.keySet()));
    }

    @Test
    void noMemberIsNamedAfterARetiredWord() {
        Set<String> named = ProgramClasses.ALL.stream()
                .flatMap(type -> type.getMembers().stream())
                .filter(member -> RETIRED_IN_MEMBERS
                        .matcher(inCamelCase(member.getName()))
                        .find())
                .map(member -> member.getOwner().getName().replace('$', '.').substring("jinbo.".length()) + "-"
                        + member.getName())
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(named)
                .as("each in EXEMPT_MEMBERS with its reason")
                .allMatch(name -> EXEMPT_MEMBERS.keySet().stream().anyMatch(name::matches));
        assertThat(EXEMPT_MEMBERS.keySet())
                .as("each exemption is needed")
                .allMatch(exempt -> named.stream().anyMatch(name -> name.matches(exempt)));
    }

    @Test
    void chineseTextsUseTheWordsOfTheGlossary() throws IOException {
        Pattern retired = Pattern.compile(RETIRED_IN_CHINESE
                .matcher(Files.readString(GLOSSARY))
                .results()
                .flatMap(row -> Arrays.stream(row.group(1).split("、")))
                .collect(Collectors.joining("|")));
        List<Path> texts = new ArrayList<>(List.of(Path.of("README.zh.md")));
        for (String folder : List.of("src/main/resources", "docs", "jobs", "exchange-formats")) {
            try (Stream<Path> files = Files.walk(Path.of(folder))) {
                files.filter(file -> TEXT.matcher(file.getFileName().toString()).matches())
                        .filter(file -> !file.equals(GLOSSARY))
                        .forEach(texts::add);
            }
        }

        assertThat(retired.pattern()).contains("交换区");
        assertThat(texts)
                .hasSizeGreaterThan(60)
                .allSatisfy(text -> assertThat(Files.readString(text)).doesNotContainPattern(retired));
    }

    /** {@code RESTORATION_OPEN} as {@code RestorationOpen}, {@code toldOf} as {@code ToldOf}. */
    private static String inCamelCase(String name) {
        Stream<String> words = name.equals(name.toUpperCase(Locale.ROOT))
                ? Arrays.stream(name.toLowerCase(Locale.ROOT).split("_"))
                : Stream.of(name);
        return words.filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
    }

    private static Set<String> allOf(Pattern name, Path page) throws IOException {
        return name.matcher(Files.readString(page))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> names(Set<FaultPoint> faultPoints) {
        return faultPoints.stream().map(Enum::name).collect(Collectors.toSet());
    }

    /** The areas that each area may use, of itself or of its named interfaces. */
    private Map<String, Set<String>> declaredDependencies() {
        return ProgramClasses.ALL.stream()
                .filter(type -> type.isAnnotatedWith(ApplicationModule.class))
                .collect(Collectors.toMap(
                        type -> type.getPackageName().substring("jinbo.".length()),
                        type -> Arrays.stream(type.getAnnotationOfType(ApplicationModule.class)
                                        .allowedDependencies())
                                .map(dependency -> dependency.replaceFirst(" ::.*", ""))
                                .collect(Collectors.toSet())));
    }

    private static Set<String> reachedFrom(String area, Map<String, Set<String>> arrows) {
        return arrows.getOrDefault(area, Set.of()).stream()
                .flatMap(next -> Stream.concat(Stream.of(next), reachedFrom(next, arrows).stream()))
                .collect(Collectors.toSet());
    }
}
