package jinbo.participant.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DutyTest {

    @Test
    void documentationMatchesTheTable() throws IOException {
        List<List<String>> page = Files.readAllLines(Path.of("docs/operators/people.md")).stream()
                .filter(line -> line.startsWith("| `"))
                .map(line ->
                        Arrays.stream(line.split("\\|", -1)).map(String::strip).toList())
                .map(cells -> List.of(cells.get(1), cells.get(3), cells.get(4), cells.get(5)))
                .toList();

        assertThat(page)
                .containsExactlyElementsOf(
                        Arrays.stream(Duty.values()).map(DutyTest::row).toList());
    }

    @Test
    void onlyDecisionsAreLoggedBeforeRegistration() {
        assertThat(Duty.values()).filteredOn(Duty::isAlwaysLogged).isNotEmpty().allMatch(Duty::isDecision);
    }

    private static List<String> row(Duty duty) {
        String roles = duty.requiresIdentity()
                ? duty.roles().stream().map(Role::name).collect(Collectors.joining(", "))
                : "whoever can open the home";
        return List.of(
                "`" + duty + "`",
                roles,
                duty.requiresSecondPerson() ? "yes" : "",
                duty.disclosesNumbers() ? "yes" : "");
    }
}
