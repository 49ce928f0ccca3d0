package jinbo.story.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Test JVMs that run at the same time do not rewrite the jars from which each other's programs start. */
class ChildJvmIT {

    @Test
    void eachTestJvmPacksJarsAndAnArchiveOfItsOwn() throws Exception {
        ChildJvm one = new ChildJvm();
        ChildJvm another = new ChildJvm();

        assertThat(one.archive().getParent()).isNotEqualTo(another.archive().getParent());
        Set<String> packed = packed(one);
        packed.retainAll(packed(another));
        assertThat(packed).isEmpty();
    }

    private static Set<String> packed(ChildJvm jvm) {
        String folder = jvm.archive().getParent().toString();
        List<String> command = jvm.command("-XX:SharedArchiveFile=");
        Set<String> jars = new HashSet<>();
        Stream.of(command.get(command.size() - 1).split(File.pathSeparator))
                .filter(entry -> entry.startsWith(folder))
                .forEach(jars::add);
        assertThat(jars).isNotEmpty();
        return jars;
    }
}
