package org.bearhug.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {

    @TempDir
    Path folder;

    @Test
    void a_folder_has_one_launcher_at_a_time() {
        try (Home first = Home.open(folder)) {
            assertThat(first.folder()).isEqualTo(folder);
            assertThatThrownBy(() -> Home.open(folder))
                    .isInstanceOf(StartFailure.class)
                    .hasMessageStartingWith("Bearhug already runs on " + folder);
        }
        Home.open(folder).close();
    }

    @Test
    void a_file_in_its_place_is_one_clear_line() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThatThrownBy(() -> Home.open(file))
                .isInstanceOf(StartFailure.class)
                .hasMessageStartingWith("The data folder " + file + " cannot be used")
                .hasMessageNotContaining("\n");
    }

    @Test
    void it_is_for_its_owner_alone() throws IOException {
        Home.open(folder).close();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
    }

    @Test
    void secrets_are_random_kept_and_gone_with_the_data() throws IOException {
        try (Home home = Home.open(folder)) {
            String secret = Secrets.of(home.secrets()).get(Secrets.SEAL);

            assertThat(secret).hasSizeGreaterThanOrEqualTo(32);
            assertThat(Secrets.of(home.secrets()).get(Secrets.SEAL)).isEqualTo(secret);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.secrets())))
                    .isEqualTo("rw-------");

            Files.createDirectories(home.database().resolve("base"));
            Files.writeString(home.demoMade(), "");
            home.empty();

            assertThat(home.database()).doesNotExist();
            assertThat(home.demoMade()).doesNotExist();
            assertThat(Secrets.of(home.secrets()).get(Secrets.SEAL)).isNotEqualTo(secret);
        }
    }
}
