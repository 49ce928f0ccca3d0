package jinbo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.support.SpringApplicationJsonEnvironmentPostProcessor;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.util.unit.DataSize;

/** Every setting of every record of settings can be set, in a file and in the environment, and is on the page of settings. */
class EverySettingTest {

    /** Another value than the program's own, where none can be made of that. As in YAML. */
    private static final Map<String, String> OTHERS = Map.ofEntries(
            Map.entry("jinbo.api.socket", "/run/jinbo-api/api.sock"),
            Map.entry("jinbo.api.group", "jinbo-operators"),
            Map.entry("jinbo.cases.quiet-until", "08:00"),
            Map.entry("jinbo.console.address", "127.0.0.2"),
            Map.entry("jinbo.console.certificate", "/etc/jinbo/console.pem"),
            Map.entry("jinbo.console.private-key", "/etc/jinbo/console-key.pem"),
            Map.entry("jinbo.consumer.renew-at", "https://portal.example/renew/"),
            Map.entry("jinbo.keys.passphrase-file", "/etc/jinbo/passphrase"),
            Map.entry(
                    "jinbo.sanctions.ladders",
                    "[{about: INSURER, lines: [LIFE], calls-from: 2020-01-01,"
                            + " steps: [{upheld: 3, within: 1y, sanction: STOP_ALL, lasts: 6m}]}]"),
            Map.entry("jinbo.monitoring.address", "127.0.0.2"),
            Map.entry("jinbo.monitoring.certificate", "/etc/jinbo/monitoring.pem"),
            Map.entry("jinbo.monitoring.private-key", "/etc/jinbo/monitoring-key.pem"),
            Map.entry("jinbo.notification.mail.from", "jinbo@association.example"),
            Map.entry("jinbo.notification.mail.host", "mail.example"),
            Map.entry("jinbo.notification.mail.password-file", "mail.password"),
            Map.entry("jinbo.notification.mail.to", "[duty@association.example, officers@association.example]"),
            Map.entry("jinbo.notification.mail.user", "jinbo"),
            Map.entry("jinbo.notification.trusted-certificates", "ours.pem"),
            Map.entry("jinbo.notification.webhook.secret-file", "hook.secret"),
            Map.entry("jinbo.notification.webhook.url", "https://hook.example/"),
            Map.entry("jinbo.portal.address", "127.0.0.2"),
            Map.entry("jinbo.portal.association", "北京保险行业协会"),
            Map.entry("jinbo.portal.hotline", "010-65550123"),
            Map.entry("jinbo.portal.certificate", "/etc/jinbo/portal.pem"),
            Map.entry("jinbo.portal.contact", "010-12345"),
            Map.entry("jinbo.portal.private-key", "/etc/jinbo/portal-key.pem"),
            Map.entry("jinbo.portal.public-address", "https://portal.example"),
            Map.entry("jinbo.schedule.downtime", "{YUNHE: ['SAT,SUN 00:00-24:00']}"),
            Map.entry("jinbo.sms.first.secret-file", "first.secret"),
            Map.entry("jinbo.sms.first.url", "https://first.example/"),
            Map.entry("jinbo.sms.second.secret-file", "second.secret"),
            Map.entry("jinbo.sms.second.url", "https://second.example/"),
            Map.entry("jinbo.sms.signature", "【北京禁拨】"),
            Map.entry("jinbo.sms.trusted-certificates", "gateways.pem"),
            Map.entry("jinbo.watch.upload-expected-of", "{YUNHE: 7}"));

    /** Of a job's schedule, whichever job it is. */
    private static final Map<String, String> OTHERS_OF_JOBS =
            Map.of("when", "days 04:00", "windows", "['01:00-05:00', '12:00-13:00']");

    /** Names of variables are in capitals and keys in small letters; codes of insurers are not. */
    private static final List<String> BY_CODE = List.of("jinbo.schedule.downtime", "jinbo.watch.upload-expected-of");

    /** How names begin that the files of {@code jobs/} set. */
    private static final List<String> OF_JOBS = List.of(
            "jinbo.cases.",
            "jinbo.collect-uploads.",
            "jinbo.erase-ended.",
            "jinbo.sanctions.",
            "jinbo.notification.",
            "jinbo.publish-block-lists.",
            "jinbo.schedule.jobs.",
            "jinbo.watch.");

    @Test
    void isSetByAFile() throws IOException {
        Map<String, Object> own = read();

        Map<String, Object> set = read(new YamlPropertySourceLoader()
                .load("set", new ByteArrayResource(yaml(others(own)).getBytes()))
                .get(0));

        assertThat(set)
                .hasSameSizeAs(own)
                .allSatisfy((name, value) -> assertThat(value).as(name).isNotEqualTo(own.get(name)));
    }

    /** A variable leaves hyphens out, or has an underscore for each. */
    @ParameterizedTest
    @ValueSource(strings = {"", "_"})
    void isSetByTheEnvironmentToTheSame(String hyphen) throws IOException {
        Map<String, String> others = others(read());
        PropertySource<?> yaml = new YamlPropertySourceLoader()
                .load("set", new ByteArrayResource(yaml(others).getBytes()))
                .get(0);
        Map<String, Object> variables = new TreeMap<>();
        ((Map<?, ?>) yaml.getSource()).forEach((name, value) -> {
            if (BY_CODE.stream().noneMatch(String.valueOf(name)::startsWith)) {
                variables.put(variable(String.valueOf(name), hyphen), String.valueOf(value));
            }
        });
        variables.put(
                "SPRING_APPLICATION_JSON",
                "{'jinbo.schedule.downtime.YUNHE': ['SAT,SUN 00:00-24:00'], 'jinbo.watch.upload-expected-of.YUNHE': 7}"
                        .replace('\'', '"'));

        assertThat(variables)
                .containsKeys("JINBO_PORTAL_CERTIFICATE", "JINBO_SANCTIONS_LADDERS_0_CALLS" + hyphen + "FROM")
                .hasSizeGreaterThan(100);
        Map<String, Object> set = read(new SystemEnvironmentPropertySource("systemEnvironment", variables));
        assertThat(read(yaml))
                .allSatisfy((name, value) -> assertThat(set.get(name)).as(name).isEqualTo(value));
    }

    /** Of jobs the page leads to their own files; a setting without a default has the cell {@code none}. */
    @Test
    void isOnThePageOfSettingsWithItsDefault() throws IOException {
        Map<String, String> defaults = new TreeMap<>();
        read().keySet().stream().filter(name -> !ofAJob(name)).forEach(name -> defaults.put(name, "none"));
        for (String file : List.of(
                "application",
                "settings/schedule",
                "settings/console",
                "settings/monitoring",
                "settings/portal",
                "settings/sms")) {
            ((Map<?, ?>) load(file + ".yaml").get(0).getSource()).forEach((name, value) -> {
                if (String.valueOf(name).startsWith("jinbo.")) {
                    String text = String.valueOf(value);
                    defaults.put(String.valueOf(name), text.isEmpty() ? "none" : "`" + text + "`");
                }
            });
        }

        Map<String, String> page = new TreeMap<>();
        Pattern.compile("^\\| `(jinbo[.\\w-]+)` \\| ([^|]+) \\| [^|]+ \\|$", Pattern.MULTILINE)
                .matcher(Files.readString(Path.of("docs/operators/settings.md")))
                .results()
                .forEach(row -> page.put(row.group(1), row.group(2)));
        assertThat(page).isEqualTo(defaults);
    }

    private static boolean ofAJob(String name) {
        return OF_JOBS.stream().anyMatch(name::startsWith);
    }

    /** All settings as the program reads them, by their names; one source of settings comes before its own. */
    private static Map<String, Object> read(PropertySource<?>... first) throws IOException {
        ConfigurableEnvironment environment = new StandardEnvironment();
        MutablePropertySources sources = environment.getPropertySources();
        sources.remove(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME);
        Arrays.stream(first).forEach(sources::addFirst);
        new SpringApplicationJsonEnvironmentPostProcessor()
                .postProcessEnvironment(environment, new SpringApplication());
        sources.addLast(new MapPropertySource("home", Map.of("jinbo.home", "no-home")));
        load("application.yaml").forEach(sources::addLast);
        for (int i = 0; environment.containsProperty("spring.config.import[" + i + "]"); i++) {
            String file = environment.getRequiredProperty("spring.config.import[" + i + "]");
            if (file.startsWith("classpath:")) {
                load(file.substring("classpath:".length())).forEach(sources::addLast);
            }
        }
        try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
            context.setEnvironment(environment);
            context.register(AllRecords.class);
            context.refresh();
            Map<String, Object> all = new TreeMap<>();
            context.getBeansWithAnnotation(ConfigurationProperties.class)
                    .values()
                    .forEach(settings -> flatten(
                            settings.getClass()
                                    .getAnnotation(ConfigurationProperties.class)
                                    .prefix(),
                            settings,
                            all));
            return all;
        }
    }

    @ConfigurationPropertiesScan("jinbo")
    private static final class AllRecords {}

    private static List<PropertySource<?>> load(String file) throws IOException {
        Resource resource = new ClassPathResource(file);
        assertThat(resource.exists()).as(file).isTrue();
        return new YamlPropertySourceLoader().load(file, resource);
    }

    private static void flatten(String name, Object value, Map<String, Object> all) {
        if (value instanceof Record && value.getClass().getPackageName().startsWith("jinbo")) {
            for (RecordComponent component : value.getClass().getRecordComponents()) {
                flatten(name + "." + kebab(component), valueOf(component, value), all);
            }
        } else if (value instanceof Map<?, ?> map && map.values().stream().anyMatch(Record.class::isInstance)) {
            map.forEach((key, one) -> flatten(name + "." + key, one, all));
        } else {
            all.put(name, value);
        }
    }

    private static Object valueOf(RecordComponent component, Object owner) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(owner);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(component.toString(), e);
        }
    }

    private static String kebab(RecordComponent component) {
        return component.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    /** Another value for each setting, as in YAML. */
    private static Map<String, String> others(Map<String, Object> own) {
        Map<String, String> others = new LinkedHashMap<>();
        own.forEach((name, value) -> others.put(name, other(name, value)));
        return others;
    }

    private static String other(String name, Object own) {
        String last = name.substring(name.lastIndexOf('.') + 1);
        Optional<String> given = Optional.ofNullable(OTHERS.get(name))
                .or(() -> Optional.of(last)
                        .filter(any -> name.startsWith("jinbo.schedule.jobs."))
                        .map(OTHERS_OF_JOBS::get));
        if (given.isPresent()) {
            return given.get();
        } else if (own instanceof Integer || own instanceof Long) {
            return String.valueOf(((Number) own).longValue() + 1);
        } else if (own instanceof Double number) {
            return String.valueOf(number + 1);
        } else if (own instanceof Boolean set) {
            return String.valueOf(!set);
        } else if (own instanceof Duration time) {
            return time.plusSeconds(1).toMillis() + "ms";
        } else if (own instanceof DataSize size) {
            return size.toBytes() + 1 + "B";
        } else if (own instanceof LocalTime time) {
            return "\"" + time.plusMinutes(1) + "\"";
        } else if (own instanceof Enum<?> one) {
            Object[] all = one.getDeclaringClass().getEnumConstants();
            return ((Enum<?>) all[(one.ordinal() + 1) % all.length]).name();
        }
        throw new AssertionError("Say in OTHERS to what " + name + " can be set instead of " + own);
    }

    private static String yaml(Map<String, String> settings) {
        return settings.entrySet().stream()
                .map(setting -> setting.getKey() + ": " + setting.getValue())
                .collect(Collectors.joining("\n"));
    }

    /** By the rules of Spring Boot: capitals, and an underscore for all that parts. */
    private static String variable(String name, String hyphen) {
        return name.replace("-", hyphen)
                .replaceAll("[.\\[]", "_")
                .replace("]", "")
                .toUpperCase(Locale.ROOT);
    }
}
