package jinbo.batch.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import jinbo.batch.schedule.ScheduleSettings.JobSchedule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.io.ClassPathResource;

/** {@code jobs/} and {@code settings/} document all settings of the schedule. */
class ScheduleFilesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "collect-uploads",
                "publish-block-lists",
                "settle-cases",
                "erase-ended",
                "remind-consumers",
                "watch"
            })
    void jobFileContainsTheWholeSchedule(String job) throws IOException {
        assertThat(keysIn("jobs/" + job))
                .containsExactlyInAnyOrderElementsOf(names(JobSchedule.class)
                        .map(name -> "jinbo.schedule.jobs." + job + "." + name)
                        .toList());
    }

    @Test
    void keepsCommonSettingsInTheirOwnFile() throws IOException {
        assertThat(keysIn("settings/schedule"))
                .containsExactlyInAnyOrderElementsOf(names(ScheduleSettings.class)
                        .filter(name -> !name.equals("jobs"))
                        .map(name -> "jinbo.schedule." + name)
                        .toList());
    }

    /** A list counts as one setting. */
    private static List<String> keysIn(String file) throws IOException {
        return new YamlPropertySourceLoader()
                .load(file, new ClassPathResource(file + ".yaml")).stream()
                        .flatMap(source -> Arrays.stream(((EnumerablePropertySource<?>) source).getPropertyNames()))
                        .filter(key -> key.startsWith("jinbo.schedule."))
                        .map(key -> key.replaceAll("\\[\\d+]$", ""))
                        .distinct()
                        .toList();
    }

    private static Stream<String> names(Class<?> settings) {
        return Arrays.stream(settings.getRecordComponents())
                .map(RecordComponent::getName)
                .map(name -> name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT));
    }
}
