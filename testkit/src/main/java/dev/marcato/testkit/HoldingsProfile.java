// SPDX-License-Identifier: Apache-2.0
package dev.marcato.testkit;

/**
 * Figures for MARC 21 holdings records. Estimated, since no file of them is at hand: separate holdings with summary
 * statements, and now and then item fields. The columns are those of {@link BibliographicProfile}.
 */
final class HoldingsProfile {
    static final String TABLE = """
            records = 100
            leaders = cx__a3n_4500:40,nx__a1n_4500:30,cy__a4n_4500:30
            fields-per-record = 6,7,8,11,19,30,45
            non-ascii-records = 10
            non-ascii-fields = 12
            data-fields-in-those = 90
            records-with-880 = 0
            880-in-those = -
            001 100 1:100 8,8,8,8,8,8,8 - -
            003 100 1:100 3,3,3,3,3,3,3 - -
            004 95 1:95 8,8,8,8,8,8,8 - -
            005 100 1:100 16,16,16,16,16,16,16 - -
            007 12 1:12 2,13,13,14,14,14,14 - -
            008 100 1:100 32,32,32,32,32,32,32 - -
            014 30 1:28,2:2 12,14,16,18,22,22,22 a:25,ab:7 0_:20,1_:12
            035 40 1:35,2:5 11,14,17,19,22,24,26 a:45 __:45
            040 100 1:100 12,12,12,17,22,22,27 ac:70,abc:20,acd:10 __:100
            841 10 1:10 12,16,18,20,24,24,24 abe:10 __:10
            843 4 1:4 40,60,90,120,170,170,170 abcde:4 __:4
            852 100 1:95,2:4,3:1 14,28,39,52,80,110,140 bhi:40,abh:20,bcht:15,bhix:15,bhiz:10,abchkim:5 0_:70,__:20,8_:15
            853 30 1:20,2:8,3:2 18,30,41,55,60,70,80 8abij:20,8abuvij:15,8ai:7 20:25,00:10,_0:7
            856 10 1:8,2:2 45,60,80,95,120,140,160 u:6,3u:4,uz:2 40:8,41:4
            863 35 1:8,2:6,3:5,4:4,6:4,8:4,12:2,20:2 14,24,30,36,50,60,70 8abij:120,8ai:40,8aijz:10 40:120,41:50
            866 40 1:25,2:8,3:4,5:3 14,24,36,60,160,300,480 8a:40,a:20,8az:10 _0:40,41:20,_1:10
            867 5 1:5 14,20,30,40,60,60,60 8a:5 _0:5
            876 20 1:8,2:5,3:3,5:2,9:2 30,40,52,64,90,110,130 8ap:30,abcjp:20,8apt:15 __:65
            """;

    private HoldingsProfile() {}
}
