package org.bearhug.kit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.bearhug.testing.Walls;
import org.junit.jupiter.api.Test;

class KitWallsTest extends Walls {

    KitWallsTest() {
        super("kit");
    }

    @Test
    void the_kit_is_about_no_service_and_stays_small() {
        var kit = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.bearhug.kit");

        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.bearhug.user..", "org.bearhug.course..", "org.bearhug.booking..")
                .check(kit);
        assertThat(kit.stream().filter(JavaClass::isTopLevelClass).filter(c -> !c.getSimpleName()
                        .equals("package-info")))
                .hasSizeLessThanOrEqualTo(15);
    }
}
