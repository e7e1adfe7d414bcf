// SPDX-License-Identifier: Apache-2.0
package dev.marcato.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marcato.MarcRecord;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Exports;
import java.lang.module.ModuleDescriptor.Requires;
import org.junit.jupiter.api.Test;

/** What core shows to others, and what it asks of them. Whoever changes these sets changes the API. */
class ModuleTest {
    private final Module core = MarcRecord.class.getModule();
    private final ModuleDescriptor descriptor = core.getDescriptor();

    @Test
    void isSeenAsAModule() {
        assertThat(core.getName()).isEqualTo("dev.marcato.core");
        assertThat(getClass().getModule().getName()).isEqualTo("dev.marcato.blackbox");
    }

    @Test
    void exportsTheseAndNoOthers() {
        assertThat(descriptor.exports())
                .allMatch(exports -> !exports.isQualified())
                .extracting(Exports::source)
                .containsExactlyInAnyOrder("dev.marcato", "dev.marcato.diagnostic", "dev.marcato.io");
    }

    @Test
    void opensNothing() {
        assertThat(descriptor.isOpen()).isFalse();
        assertThat(descriptor.opens()).isEmpty();
    }

    @Test
    void needsTheBaseModuleAloneToRun() {
        assertThat(descriptor.requires())
                .filteredOn(requires -> !requires.modifiers().contains(Requires.Modifier.STATIC))
                .extracting(Requires::name)
                .containsExactly("java.base");
    }
}
