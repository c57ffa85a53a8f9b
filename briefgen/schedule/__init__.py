"""Plans and a clock → papers on time, delivered, with a row for every slot. Import its modules, not this one."""
